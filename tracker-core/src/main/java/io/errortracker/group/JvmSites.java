package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** Frames of the JVM's languages under neutral names: Java, Kotlin, Scala, Groovy, Clojure, and what proxies make of them. */
final class JvmSites {
    private JvmSites() {}

    /** The site of a frame; null for one that only passes a call on: reflection, proxies, bridges, call sites. */
    static @Nullable Site of(@Nullable String module, @Nullable String function) {
        String method = function == null ? Site.UNNAMED : function;
        if (module == null || module.isEmpty()) {
            return function == null ? null : new Site("", JvmMethods.neutral(method, false));
        }
        String type = withoutModule(module);
        if (Trampolines.isTrampoline(type, method)) {
            return null;
        }
        if (isPlain(type)) {
            return new Site(type, JvmMethods.neutral(method, false));
        }
        String base = GeneratedTypes.baseOf(type);
        return JvmTypes.site(base, method, base.length() != type.length());
    }

    /** Without {@code app//}, {@code java.base@17.0.1/}, {@code deployment.shop.war//} before the class, or a hidden class's {@code /0x...} after it. */
    static String withoutModule(String module) {
        int slash = module.lastIndexOf('/');
        if (slash < 0) {
            return module;
        }
        return module.startsWith("0x", slash + 1)
                ? withoutModule(module.substring(0, slash))
                : module.substring(slash + 1);
    }

    private static boolean isPlain(String type) {
        for (int at = 0; at < type.length(); at++) {
            char c = type.charAt(at);
            if (c == '$' || c == '_' || c >= '0' && c <= '9') {
                return false;
            }
        }
        return true;
    }
}
