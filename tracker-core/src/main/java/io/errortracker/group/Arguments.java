package io.errortracker.group;

/** Whether a method that refused its argument did so on behalf of its caller. */
final class Arguments {
    private Arguments() {}

    /** Constructors and setters only take what they are given. */
    static boolean areToBlame(Site site, String exception) {
        return (site.isConstructor() || isSetter(site.method())) && isRefusal(exception);
    }

    private static boolean isSetter(String method) {
        return method.startsWith("set") && (method.length() == 3 || Character.isUpperCase(method.charAt(3)));
    }

    private static boolean isRefusal(String exception) {
        return exception.startsWith("Illegal")
                || exception.equals("NullPointerException")
                || exception.endsWith("IndexOutOfBoundsException");
    }
}
