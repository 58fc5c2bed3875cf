package io.errortracker.store;

import io.errortracker.issue.GroupedEvent;
import java.time.Instant;
import java.util.List;

/**
 * What the writer records at once.
 *
 * @param events to be stored with their payload, and counted
 * @param countedOnly beyond the storm limit: the counters, the users and last seen move, the payload is not kept
 * @param tallies events that were dropped before they were looked at, counted for issues that exist; others are passed over
 * @since 0.1.0
 */
public record Batch(List<GroupedEvent> events, List<GroupedEvent> countedOnly, List<Tally> tallies) {
    public Batch {
        events = List.copyOf(events);
        countedOnly = List.copyOf(countedOnly);
        tallies = List.copyOf(tallies);
    }

    /** Events of an issue that were only counted. */
    public record Tally(String fingerprint, Instant when, long events) {}

    public boolean isEmpty() {
        return events.isEmpty() && countedOnly.isEmpty() && tallies.isEmpty();
    }
}
