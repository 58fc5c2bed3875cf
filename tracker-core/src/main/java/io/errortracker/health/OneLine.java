package io.errortracker.health;

/**
 * Foreign text made safe for one line of a log: control characters, line breaks, escape sequences and bidirectional overrides become
 * visible escapes.
 *
 * @since 0.1.0
 */
public final class OneLine {
    private OneLine() {}

    /** {@code text} on one line, cut after {@code max} characters. */
    public static String of(String text, int max) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), max) + 8);
        for (int i = 0; i < text.length(); i++) {
            if (line.length() >= max) {
                return line.append('…').toString();
            }
            char c = text.charAt(i);
            if (isUnsafe(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isUnsafe(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200e'
                || c == '\u200f';
    }
}
