package io.errortracker.store.jpa;

import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of an ordered list.
 *
 * @param forward whether the rows after it are wanted, not those before it
 * @param key of the row beside it
 * @param id of the row beside it
 */
record Cursor(boolean forward, long key, long id) {

    /** Null when it cannot be read. */
    static @Nullable Cursor read(@Nullable String text) {
        if (text == null || text.length() < 4 || text.length() > 48) {
            return null;
        }
        char direction = text.charAt(0);
        int between = text.indexOf('_');
        if ((direction != 'n' && direction != 'p') || between < 2) {
            return null;
        }
        try {
            long key = Long.parseLong(text, 1, between, 10);
            long id = Long.parseLong(text, between + 1, text.length(), 10);
            return new Cursor(direction == 'n', key, id);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    String write() {
        return (forward ? "n" : "p") + key + "_" + id;
    }
}
