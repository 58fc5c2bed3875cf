package io.errortracker.symbolicate;

import org.jspecify.annotations.Nullable;

/** Names of original files as bundlers write them, made readable. */
final class SourceNames {
    private SourceNames() {}

    static String rooted(@Nullable String root, String source) {
        if (root == null || root.isEmpty() || source.startsWith("/") || source.contains("://")) {
            return source;
        }
        return root.endsWith("/") ? root + source : root + "/" + source;
    }

    /** {@code webpack://shop/./src/cart.ts?a1b2} and {@code ../../src/cart.ts} are both {@code src/cart.ts}. */
    static String readable(String source) {
        String path = source;
        int scheme = path.indexOf("://");
        if (scheme > 0) {
            path = afterHost(path.substring(scheme + 3));
        }
        int query = path.indexOf('?');
        path = query > 0 ? path.substring(0, query) : path;
        boolean shorter = true;
        while (shorter) {
            String before = path;
            path = without(without(without(path, "/"), "./"), "../");
            shorter = path.length() < before.length();
        }
        return path.isEmpty() ? source : path;
    }

    private static String afterHost(String rest) {
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(slash + 1);
    }

    private static String without(String path, String start) {
        return path.startsWith(start) ? path.substring(start.length()) : path;
    }

    /** Whether a path is of a library or of what a bundler adds. */
    static boolean isForeign(String source) {
        return source.contains("node_modules/")
                || source.contains("webpack/runtime")
                || source.contains("webpack/bootstrap")
                || source.startsWith("vite/")
                || source.startsWith("\0");
    }
}
