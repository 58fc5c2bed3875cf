package io.errortracker.store;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.GroupedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stored events, for grouping them anew. Thread-safe.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now; while events are only kept in
 * memory nothing can be regrouped.
 *
 * @since 0.1.0
 */
public interface RegroupStore {

    /** Stored events in the order they were received. @param after the number of the last one seen; 0 for the first */
    List<Shelved> events(long after, int limit);

    /** The issue that each of these fingerprints leads to; one that leads nowhere is missing. */
    Map<String, Long> issuesOf(Collection<String> fingerprints);

    /** Short id, title and number of stored events of these issues. */
    Map<Long, Known> known(Collection<Long> issueIds);

    /**
     * Moves events and issues as planned, all of it or nothing. What changed since the plan was made stays where it is.
     *
     * @param note what it was for, for people; at most 300 characters
     */
    Run apply(List<Move> moves, List<Join> joins, String note, String actor);

    /**
     * Puts back what a run moved; empty when there is none of this id or it was undone. What came since under the fingerprints of the run
     * goes, as the moved events do, to the issues they had before.
     */
    Optional<Run> undo(long runId, String actor);

    /** The latest runs, newest first. */
    List<Run> runs(int limit);

    /**
     * One stored event.
     *
     * @param number grows with the time of receipt
     * @param fingerprint the one that led to its issue
     * @param pinned whether people said where this fingerprint belongs: its events stay
     */
    record Shelved(long number, long issueId, String fingerprint, boolean pinned, ErrorEvent event) {}

    /** What is told of an issue. */
    record Known(String shortId, String title, long stored) {}

    /**
     * Events that get another fingerprint.
     *
     * @param first one of them, grouped anew: its fingerprint and its headline, should an issue be made for them
     * @param to the issue they go to; null for a new one
     * @param events by number, by the issue they are in
     */
    record Move(GroupedEvent first, @Nullable Long to, Map<Long, List<Long>> events) {}

    /** An issue that has no event left and goes into the one that got most of them. */
    record Join(long from, long to) {}

    /**
     * Something that was regrouped.
     *
     * @param events that were given another fingerprint
     * @param undone whether it was put back
     */
    record Run(long id, Instant when, String actor, String note, long events, boolean undone) {}
}
