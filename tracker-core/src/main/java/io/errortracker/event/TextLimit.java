package io.errortracker.event;

import org.jspecify.annotations.Nullable;

/** Cuts text that is too long and says so at the end of it. What comes out is never longer than the limit. */
final class TextLimit {
    private static final String ELLIPSIS = "…";

    /** Below this a marker that tells the whole length would leave too little of the text. */
    private static final int SHORTEST_WITH_LENGTH = 100;

    private TextLimit() {}

    static boolean fits(@Nullable String text, int max) {
        return text == null || text.length() <= max;
    }

    static @Nullable String cutNullable(@Nullable String text, int max) {
        return text == null ? null : cut(text, max);
    }

    /** The same instance when it fits. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        String marker =
                max < SHORTEST_WITH_LENGTH ? ELLIPSIS : "… [cut, " + grouped(text.length()) + " characters in all]";
        return head(text, max - marker.length()) + marker;
    }

    /** {@code 12,345}: what a formatter would say, at a fraction of its cost. */
    static String grouped(int count) {
        StringBuilder digits = new StringBuilder().append(count);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    private static String head(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
