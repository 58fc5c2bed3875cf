package io.errortracker.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the store is.
 *
 * @param state whether it can be used
 * @param location what it is, for people: a file's path or a JDBC URL without user and password
 * @param bytes on disk; -1 when unknown
 * @param events stored; -1 when unknown
 * @param issues stored; -1 when unknown
 * @param notices what people must know, such as a damaged file that was set aside; newest first
 * @param lastRetention when old events were last removed; null when not yet
 * @param removedByRetention events removed since the application started
 * @since 0.1.0
 */
public record StoreHealth(
        State state,
        String location,
        long bytes,
        long events,
        long issues,
        List<String> notices,
        @Nullable Instant lastRetention,
        long removedByRetention) {
    public StoreHealth {
        notices = List.copyOf(notices);
    }

    /** Whether the store can be used. */
    public enum State {
        /** Not opened yet: it opens with the first event or the first look. */
        NOT_OPENED,
        OPEN,
        /** Another instance holds the file: events are kept in memory until it can be opened. */
        MEMORY_ONLY,
        /** Cannot be opened or written now; tried again with back-off. */
        UNAVAILABLE,
        CLOSED
    }
}
