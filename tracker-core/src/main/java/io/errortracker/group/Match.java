package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/**
 * A parameter found in a message.
 *
 * @param end where the text goes on
 * @param placeholder what stands for it
 */
record Match(int end, String placeholder) {
    static final int NONE = -1;

    /** A match that ends there; null for {@link #NONE}. */
    static @Nullable Match upTo(int end, String placeholder) {
        return end < 0 ? null : new Match(end, placeholder);
    }
}
