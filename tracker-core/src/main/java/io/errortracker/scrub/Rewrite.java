package io.errortracker.scrub;

import org.jspecify.annotations.Nullable;

/** A text in which spans are replaced from left to right; copies nothing until the first one is. */
final class Rewrite {
    private final String text;
    private @Nullable StringBuilder out;
    private int copied;

    Rewrite(String text) {
        this.text = text;
    }

    /** Replaces a span that starts at or after the end of the last one. */
    void replace(int from, int to, String word) {
        StringBuilder target = out;
        if (target == null) {
            target = new StringBuilder(text.length() + 16);
            out = target;
        }
        target.append(text, copied, from).append(word);
        copied = to;
    }

    /** Where the last replaced span ended: what is before it must not be looked at again. */
    int done() {
        return copied;
    }

    /** The text with its replacements; the same instance when there was none. */
    String result() {
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }
}
