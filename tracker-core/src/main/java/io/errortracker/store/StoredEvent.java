package io.errortracker.store;

import io.errortracker.event.ErrorEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was stored.
 *
 * @param event scrubbed
 * @param issueId the issue it belongs to
 * @param received when it was stored
 * @param whyGrouped what its fingerprint was made of, one line each
 * @param older id of the event before it in its issue; null for the oldest stored
 * @param newer id of the event after it in its issue; null for the newest
 * @since 0.1.0
 */
public record StoredEvent(
        ErrorEvent event,
        long issueId,
        Instant received,
        List<String> whyGrouped,
        @Nullable String older,
        @Nullable String newer) {
    public StoredEvent {
        whyGrouped = List.copyOf(whyGrouped);
    }
}
