package io.errortracker.pipeline;

import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes little of much while the store has little room, for each commit writes to the file: for five seconds it keeps one event of each issue, and of the
 * others only how many there were. For the worker's thread only.
 */
final class Sparing {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST_ISSUES = 500;

    private final SelfHealth health;
    private final Map<String, GroupedEvent> kept = new LinkedHashMap<>();
    private final Map<String, Batch.Tally> counted = new HashMap<>();
    private Instant next = Instant.MIN;

    Sparing(SelfHealth health) {
        this.health = health;
    }

    /** Adds a batch to what is kept, and counts what of it is not. */
    void add(Batch batch) {
        for (GroupedEvent event : batch.events()) {
            String fingerprint = event.fingerprint().hash();
            boolean room = kept.size() < MOST_ISSUES;
            if (!room || kept.putIfAbsent(fingerprint, event) != null) {
                health.dropped(DropReason.STORE_FULL);
                count(event);
            }
        }
        batch.countedOnly().forEach(this::count);
        batch.tallies().forEach(this::count);
    }

    boolean isEmpty() {
        return kept.isEmpty() && counted.isEmpty();
    }

    /** Whether it is time to write what was kept. */
    boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    /** What was kept. */
    Batch take(Instant now) {
        next = now.plus(EVERY);
        Batch batch = new Batch(List.copyOf(kept.values()), List.of(), List.copyOf(counted.values()));
        kept.clear();
        counted.clear();
        return batch;
    }

    private void count(GroupedEvent event) {
        count(new Batch.Tally(event.fingerprint().hash(), event.event().timestamp(), 1));
    }

    private void count(Batch.Tally tally) {
        counted.merge(
                tally.fingerprint(),
                tally,
                (one, other) -> new Batch.Tally(
                        one.fingerprint(),
                        one.when().isAfter(other.when()) ? one.when() : other.when(),
                        one.events() + other.events()));
    }
}
