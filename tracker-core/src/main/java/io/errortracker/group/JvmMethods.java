package io.errortracker.group;

/** Method names without what compilers and proxies add to them. */
final class JvmMethods {
    /** Scala 3 names closures {@code total$$anonfun$1}, Scala 2 {@code $anonfun$total$1}. */
    private static final String SCALA_3 = "$$anonfun$";

    private JvmMethods() {}

    /** @param generated whether the class was generated: then a generator's prefix is cut too */
    static String neutral(String method, boolean generated) {
        String name = generated ? withoutGeneratorPrefix(method) : method;
        int dollar = name.indexOf('$');
        int dash = name.indexOf('-');
        if (dollar < 0 && dash <= 0) {
            return withoutAroundBody(name);
        }
        if (name.startsWith("lambda$")) {
            return lambdaOwner(name, 7) + Site.LAMBDA;
        }
        if (name.startsWith("$anonfun$")) {
            return lambdaOwner(name, 9) + Site.LAMBDA;
        }
        if (dollar == 0) {
            return name.startsWith(Site.LAMBDA) ? Site.LAMBDA : withoutNumber(name);
        }
        if (dollar > 0) {
            String owner = owner(name.substring(0, dollar));
            boolean lambda = name.startsWith(Site.LAMBDA, dollar) || name.startsWith(SCALA_3, dollar);
            return lambda ? owner + Site.LAMBDA : owner;
        }
        return name.substring(0, dash);
    }

    /** CGLIB's {@code CGLIB$pay$3} and javassist's {@code _d8pay}. */
    private static String withoutGeneratorPrefix(String method) {
        if (method.startsWith("CGLIB$")) {
            return method.substring(6);
        }
        int at = 2;
        while (method.startsWith("_d") && at < method.length() && Character.isDigit(method.charAt(at))) {
            at++;
        }
        return at > 2 ? method.substring(at) : method;
    }

    /** The first part after the prefix, unless it is only a number: {@code lambda$0} has no owner. */
    private static String lambdaOwner(String name, int start) {
        int end = name.indexOf('$', start);
        String owner = end < 0 ? name.substring(start) : name.substring(start, end);
        boolean number = owner.isEmpty() || Character.isDigit(owner.charAt(0));
        return number || owner.equals("null") ? "" : owner(owner);
    }

    private static String owner(String name) {
        return switch (name) {
            case "new", "_init_" -> "<init>";
            case "static", "_clinit_" -> "<clinit>";
            default -> name;
        };
    }

    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 1 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '$')) {
            end--;
        }
        return end == name.length() ? name : name.substring(0, end) + "#";
    }

    /** AspectJ's {@code pay_aroundBody0}. */
    private static String withoutAroundBody(String name) {
        int at = name.lastIndexOf("_aroundBody");
        return at > 0 ? name.substring(0, at) : name;
    }
}
