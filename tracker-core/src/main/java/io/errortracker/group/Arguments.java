package io.errortracker.group;

import java.util.List;
import java.util.Set;

/** Whether a method refused an argument that its caller is to blame for. */
final class Arguments {
    /** What these do, they do by their own lights; a method named after a thing, or after nothing but access, only hands an index on. */
    private static final Set<String> ACTIONS = Set.of(
            "accept",
            "apply",
            "build",
            "calculate",
            "call",
            "check",
            "close",
            "collect",
            "compare",
            "compute",
            "convert",
            "create",
            "decode",
            "delete",
            "dispatch",
            "encode",
            "evaluate",
            "execute",
            "export",
            "fill",
            "filter",
            "find",
            "format",
            "handle",
            "import",
            "init",
            "invoke",
            "load",
            "main",
            "merge",
            "open",
            "parse",
            "perform",
            "print",
            "process",
            "read",
            "receive",
            "render",
            "resolve",
            "run",
            "save",
            "scan",
            "search",
            "send",
            "serve",
            "service",
            "sort",
            "split",
            "start",
            "stop",
            "store",
            "submit",
            "test",
            "transform",
            "update",
            "validate",
            "visit",
            "write");

    private Arguments() {}

    /**
     * A constructor that fails, a setter that refuses, an accessor that is given a wrong index: each only takes what it is given.
     *
     * @param exception the exception's class without its package
     * @param guarded whether a guard of the application raised the exception: then the constructor itself spoke up
     */
    static boolean areToBlame(Site site, String exception, boolean guarded) {
        if (isIndex(exception) && isAccessor(site)) {
            return true;
        }
        boolean takes = site.isConstructor() ? !guarded : isSetter(site.method());
        return takes && isRefusal(exception);
    }

    private static boolean isAccessor(Site site) {
        List<String> words = Words.of(site.method());
        return words.size() == 1 && !site.isConstructor() && !ACTIONS.contains(words.get(0));
    }

    private static boolean isSetter(String method) {
        return method.startsWith("set") && (method.length() == 3 || Character.isUpperCase(method.charAt(3)));
    }

    private static boolean isRefusal(String exception) {
        return exception.startsWith("Illegal") || exception.equals("NullPointerException") || isIndex(exception);
    }

    private static boolean isIndex(String exception) {
        return exception.endsWith("IndexOutOfBoundsException");
    }
}
