package io.errortracker.group;

import java.util.List;

/** Frames that only pass a call on. Their number and names change with the JVM, with warm-up and with the proxy library. */
final class Trampolines {
    private static final List<String> PREFIXES = List.of(
            "sun.reflect.",
            "jdk.internal.reflect.",
            "jdk.internal.vm.",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "jdk.proxy",
            "com.sun.proxy.",
            "org.codehaus.groovy.runtime.",
            "org.codehaus.groovy.reflection.",
            "org.codehaus.groovy.vmplugin.",
            "org.apache.groovy.",
            "groovy.lang.Closure",
            "groovy.lang.DelegatingMetaClass",
            "groovy.lang.ExpandoMetaClass",
            "groovy.lang.GroovyObjectSupport",
            "groovy.lang.MetaClassImpl",
            "groovy.lang.MetaMethod",
            "kotlin.coroutines.jvm.internal.",
            "kotlinx.coroutines.");

    private static final List<String> INFIXES = List.of(
            "$$Lambda",
            "$$FastClass",
            "SyntheticLambda",
            "$quarkusrestinvoker$",
            "$AjcClosure",
            "$sam$",
            "$auxiliary$");

    private static final List<String> BRIDGES =
            List.of("access$", "$r8$lambda$", "-$$Nest$", "this$dist$", "super$", "$jacocoInit", "$deserializeLambda$");

    private Trampolines() {}

    static boolean isTrampoline(String type, String method) {
        return startsWithAny(type, PREFIXES)
                || isProxy(type)
                || isGenerated(type)
                || isBridge(method)
                || isCallSite(type, method);
    }

    private static boolean isGenerated(String type) {
        if (type.indexOf('$') < 0) {
            return false;
        }
        for (String infix : INFIXES) {
            if (type.contains(infix)) {
                return true;
            }
        }
        return type.contains("_Subclass$$function");
    }

    /** {@code com.acme.$Proxy42}. */
    private static boolean isProxy(String type) {
        int at = type.lastIndexOf('.') + 1;
        return type.startsWith("$Proxy", at) && digitsOnly(type, at + 6);
    }

    private static boolean isBridge(String method) {
        return method.indexOf('$') >= 0 && startsWithAny(method, BRIDGES);
    }

    /** Groovy's {@code com.acme.Shop$checkout.call}. */
    private static boolean isCallSite(String type, String method) {
        if (!method.equals("call") && !method.equals("callCurrent") && !method.equals("callStatic")) {
            return false;
        }
        int at = type.lastIndexOf('$');
        return at > 0 && at + 1 < type.length() && Character.isLowerCase(type.charAt(at + 1));
    }

    private static boolean digitsOnly(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (!Character.isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithAny(String text, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
