package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** Class names of closures, anonymous classes and companions, and packages that carry a version or a hash. */
final class JvmTypes {
    private JvmTypes() {}

    static Site site(String type, String method, boolean generated) {
        int simple = type.lastIndexOf('.') + 1;
        StringBuilder name = new StringBuilder(type.length());
        appendPackage(name, type, simple);
        String[] parts = type.substring(simple).split("\\$", -1);
        if (parts[0].isEmpty() && parts.length > 1) {
            return new Site(name.append(type, simple, type.length()).toString(), JvmMethods.neutral(method, generated));
        }
        name.append(withoutHash(parts[0]));
        String owner = closureOwner(name, parts, method);
        return new Site(name.toString(), owner == null ? JvmMethods.neutral(method, generated) : owner);
    }

    /** Appends the parts that name a class; the method that owns the closure when they name one, else null. */
    private static @Nullable String closureOwner(StringBuilder name, String[] parts, String method) {
        for (int at = 1; at < parts.length; at++) {
            String part = parts[at];
            if (part.equals("anonfun")) {
                return ownerAt(parts, at + 1);
            }
            if (part.startsWith("_") && part.contains("closure")) {
                return groovyOwner(part);
            }
            if (startsLower(part) && (numberFollows(parts, at) || isClojureCall(parts, at, method))) {
                return numberFollows(parts, at) || at + 1 < parts.length
                        ? withoutHash(part) + Site.LAMBDA
                        : withoutHash(part);
            }
            appendPart(name, part);
        }
        return null;
    }

    private static String ownerAt(String[] parts, int at) {
        boolean named = at < parts.length && !parts[at].isEmpty() && !Character.isDigit(parts[at].charAt(0));
        return (named ? parts[at] : "") + Site.LAMBDA;
    }

    /** {@code _checkout_closure3}: checkout. */
    private static String groovyOwner(String part) {
        int end = part.lastIndexOf("_closure");
        return (end > 1 ? part.substring(1, end) : "") + Site.LAMBDA;
    }

    private static boolean numberFollows(String[] parts, int at) {
        for (int next = at + 1; next < parts.length; next++) {
            if (!parts[next].isEmpty() && Character.isDigit(parts[next].charAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClojureCall(String[] parts, int at, String method) {
        return at >= 1
                && startsLower(parts[0])
                && (method.startsWith("invoke") || method.equals("doInvoke") || method.equals("applyTo"));
    }

    private static void appendPart(StringBuilder name, String part) {
        if (part.isEmpty() || part.equals("anon")) {
            return;
        }
        int digits = 0;
        while (digits < part.length() && Character.isDigit(part.charAt(digits))) {
            digits++;
        }
        name.append('$');
        if (digits > 0) {
            name.append('#');
        }
        name.append(withoutHash(part.substring(digits)));
    }

    private static void appendPackage(StringBuilder name, String type, int simple) {
        int start = 0;
        while (start < simple) {
            int dot = type.indexOf('.', start);
            String part = type.substring(start, dot);
            name.append(isVersion(part) ? "v#" : withoutHash(part)).append('.');
            start = dot + 1;
        }
    }

    /** {@code v1_13_R2}, {@code v2}. */
    private static boolean isVersion(String part) {
        if (part.length() < 2 || part.charAt(0) != 'v' || !Character.isDigit(part.charAt(1))) {
            return false;
        }
        for (int at = 1; at < part.length(); at++) {
            char c = part.charAt(at);
            if (!Character.isDigit(c) && c != '_' && c != 'R') {
                return false;
            }
        }
        return true;
    }

    /** {@code internal_3570298} and {@code fn__1234}: what stands behind the underscore changes with every build. */
    static String withoutHash(String part) {
        int underscore = part.lastIndexOf('_');
        if (underscore < 0 || underscore + 1 == part.length()) {
            return part;
        }
        boolean generatedSymbol = underscore > 0 && part.charAt(underscore - 1) == '_';
        int length = part.length() - underscore - 1;
        boolean digit = false;
        for (int at = underscore + 1; at < part.length(); at++) {
            char c = part.charAt(at);
            digit |= Character.isDigit(c);
            if (Character.digit(c, 16) < 0 || Character.isUpperCase(c)) {
                return part;
            }
        }
        return digit && (length >= 5 || generatedSymbol) ? part.substring(0, underscore + 1) + "#" : part;
    }

    private static boolean startsLower(String part) {
        return !part.isEmpty() && (Character.isLowerCase(part.charAt(0)) || part.charAt(0) == '_' && part.length() > 1);
    }
}
