package io.errortracker.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** JavaScript frames under names that do not depend on the browser, the host, the build or the column. */
final class ScriptSites {
    private static final List<String> CALL_KINDS =
            List.of("async ", "new ", "get ", "set ", "async*", "promise callback*");

    /** Names this short are what a minifier left; they change with every build. */
    private static final int MINIFIED = 2;

    private ScriptSites() {}

    /** The site of a frame; null for native and evaluated code, of which nothing is known. */
    static @Nullable Site of(@Nullable String path, @Nullable String function) {
        String name = function == null ? Site.UNNAMED : functionName(function);
        if (path == null || path.isEmpty() || isNative(path)) {
            return null;
        }
        return new Site(ScriptFiles.neutral(path), name);
    }

    private static boolean isNative(String path) {
        return path.startsWith("<")
                || path.startsWith("native")
                || path.startsWith("[native")
                || path.startsWith("node:internal")
                || path.startsWith("internal/")
                || path.startsWith("debugger eval")
                || path.contains("-extension://");
    }

    static String functionName(String function) {
        String name = withoutCallKind(function.strip());
        int alias = name.indexOf(" [as ");
        if (alias > 0) {
            name = name.substring(0, alias);
        }
        name = name.substring(name.lastIndexOf('/') + 1);
        name = name.substring(name.lastIndexOf('.') + 1);
        name = withoutCopyNumber(name);
        return isNoName(name) ? Site.UNNAMED : name;
    }

    private static String withoutCallKind(String function) {
        String name = function;
        for (String kind : CALL_KINDS) {
            if (name.startsWith(kind)) {
                name = name.substring(kind.length());
            }
        }
        return name;
    }

    /** Bundlers tell namesakes apart by {@code render$1}. */
    private static String withoutCopyNumber(String name) {
        int dollar = name.lastIndexOf('$');
        boolean numbered = dollar > 0
                && dollar + 1 < name.length()
                && name.chars().skip(dollar + 1L).allMatch(Character::isDigit);
        return numbered ? name.substring(0, dollar) : name;
    }

    private static boolean isNoName(String name) {
        return name.length() <= MINIFIED
                || name.indexOf('<') >= 0
                || name.startsWith("(")
                || name.startsWith("[")
                || name.equals("anonymous")
                || name.equals("eval")
                || name.equals("js");
    }
}
