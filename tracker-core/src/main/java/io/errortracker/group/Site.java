package io.errortracker.group;

/**
 * A frame under the name it keeps across proxies, releases and JVMs.
 *
 * @param type the class, file or module; empty when unknown
 * @param method the method or function; {@link #UNNAMED} when it has no name of its own
 */
record Site(String type, String method) {
    static final String UNNAMED = "?";
    static final String LAMBDA = "$lambda";

    /** Any method of the class. */
    static final String ANY = "#";

    /** {@code com.acme.Cart.total}. */
    String qualified() {
        return type.isEmpty() ? method : type + "." + method;
    }

    /** {@code Cart.total}: for people. */
    String label() {
        if (type.isEmpty()) {
            return method;
        }
        if (isUnnamed() || method.equals(ANY)) {
            return type.substring(startOfSimpleName(type));
        }
        String owner = method.endsWith(LAMBDA) ? method.substring(0, method.length() - LAMBDA.length()) : method;
        return type.substring(startOfSimpleName(type)) + (owner.isEmpty() ? "" : "." + owner);
    }

    /** The class without package and without the classes around it, as a word: {@code Builder} of {@code com.acme.Cart$Builder}. */
    String simpleType() {
        return simpleName(type);
    }

    boolean isConstructor() {
        return method.equals("<init>");
    }

    boolean isUnnamed() {
        return method.equals(UNNAMED);
    }

    static String simpleName(String type) {
        int end = type.length();
        while (end > 0 && (type.charAt(end - 1) == '$' || type.charAt(end - 1) == '#')) {
            end--;
        }
        int start = end;
        while (start > 0 && type.charAt(start - 1) != '.' && type.charAt(start - 1) != '$') {
            start--;
        }
        return type.substring(start, end);
    }

    private static int startOfSimpleName(String type) {
        int slash = type.lastIndexOf('/');
        return slash >= 0 ? slash + 1 : isFile(type) ? 0 : type.lastIndexOf('.') + 1;
    }

    private static boolean isFile(String type) {
        return type.endsWith(".js") || type.endsWith(".ts") || type.endsWith(".jsx") || type.endsWith(".tsx");
    }
}
