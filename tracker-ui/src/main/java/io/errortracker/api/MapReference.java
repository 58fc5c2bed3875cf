package io.errortracker.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a minified file says its source map is: in a comment at its end. */
final class MapReference {
    private static final String MARK = "//# sourceMappingURL=";
    private static final int TAIL = 4 << 10;
    private static final int MAX_URL = 1_000;

    private MapReference() {}

    /** Null when it does not say, or holds the map itself. */
    static @Nullable String in(byte[] minified) {
        int from = Math.max(0, minified.length - TAIL);
        String tail = new String(minified, from, minified.length - from, StandardCharsets.UTF_8);
        int mark = tail.lastIndexOf(MARK);
        if (mark < 0) {
            return null;
        }
        String url = tail.substring(mark + MARK.length())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return url.isEmpty() || url.length() > MAX_URL || url.startsWith("data:") ? null : url;
    }
}
