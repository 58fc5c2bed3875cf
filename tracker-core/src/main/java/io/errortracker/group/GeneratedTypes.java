package io.errortracker.group;

import java.util.List;

/** Subclasses that containers and libraries generate at run time or build time, and the class they stand for. */
final class GeneratedTypes {
    /** Everything from here on was generated. */
    private static final List<String> CUTS = List.of(
            "$Proxy$_$$",
            "$ByteBuddy$",
            "$HibernateProxy$",
            "$MockitoMock$",
            "$Intercepted",
            "$Definition",
            "$Introspection");

    private static final List<String> SUFFIXES = List.of("_ClientProxy", "_Subclass", "$DefaultImpls", "__HK2Proxy");

    private GeneratedTypes() {}

    static String baseOf(String type) {
        String base = type;
        for (String cut : CUTS) {
            base = cutAt(base, base.indexOf(cut));
        }
        base = withoutEjbStub(cutAt(base, generatedDollars(base)));
        for (String suffix : SUFFIXES) {
            if (base.endsWith(suffix)) {
                base = cutAt(base, base.length() - suffix.length());
            }
        }
        return withoutLeadingDollar(base);
    }

    private static String cutAt(String type, int at) {
        if (at <= type.lastIndexOf('.') + 1) {
            return type;
        }
        int end = at;
        while (end > 1 && type.charAt(end - 1) == '_') {
            end--;
        }
        return type.substring(0, end);
    }

    /** Two dollars mark what a generator added ({@code $$SpringCGLIB$$0}, {@code _$$_jvst1a_0}, {@code $$$view3}); Scala alone writes them itself. */
    private static int generatedDollars(String type) {
        int at = type.indexOf("$$");
        return at >= 0 && type.startsWith("anon", at + 2) ? -1 : at;
    }

    /** Liberty's {@code EJSLocalNSLCart_1a2b3c4d} and GlassFish's {@code __EJB31_Generated__Cart__Intf____Bean__}. */
    private static String withoutEjbStub(String type) {
        int start = type.lastIndexOf('.') + 1;
        if (type.startsWith("EJSLocal", start)) {
            int hash = type.lastIndexOf('_');
            int name = start + "EJSLocalNSL".length();
            return hash > name ? type.substring(0, start) + type.substring(name, hash) : type;
        }
        if (type.startsWith("__EJB31_Generated__", start)) {
            int name = start + "__EJB31_Generated__".length();
            int end = type.indexOf("__", name);
            return end > name ? type.substring(0, start) + type.substring(name, end) : type;
        }
        return type;
    }

    /** Micronaut's {@code $Cart} before {@code $Definition}. */
    private static String withoutLeadingDollar(String type) {
        int start = type.lastIndexOf('.') + 1;
        boolean generated = type.startsWith("$", start)
                && start + 1 < type.length()
                && Character.isUpperCase(type.charAt(start + 1))
                && type.indexOf('$', start + 1) < 0;
        return generated ? type.substring(0, start) + type.substring(start + 1) : type;
    }
}
