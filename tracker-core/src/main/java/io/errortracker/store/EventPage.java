package io.errortracker.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an issue's events, newest first.
 *
 * @param next cursor of the page after it; null on the last
 * @since 0.1.0
 */
public record EventPage(List<StoredEvent> events, @Nullable String next) {
    public EventPage {
        events = List.copyOf(events);
    }
}
