package io.errortracker.pipeline;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.Worker;
import io.errortracker.store.Batch;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.Room;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches from the worker through the stages into the store. A batch that cannot be written is kept and tried again, with
 * back-off; meanwhile events wait in the queue, and what finds no room there is counted.
 *
 * <p>For the worker's thread only, but {@link #blockedBy}.
 *
 * @since 0.1.0
 */
public final class Pipeline implements Worker.Sink<ErrorEvent> {
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);
    private static final Batch NOTHING = new Batch(List.of(), List.of(), List.of());

    private final Stages stages;
    private final EventRecorder recorder;
    private final Function<Deferred<ErrorEvent>, @Nullable Throwable> originals;
    private final Consumer<List<Change>> changes;
    private final SelfHealth health;
    private final Clock clock;
    private final Sparing sparing;

    private Batch pending = NOTHING;
    /** Why those of the pending batch that are only counted are not stored. */
    private final Map<DropReason, Long> pendingDrops = new EnumMap<>(DropReason.class);

    private Instant retryAt = Instant.MIN;
    private Duration backOff = FIRST_RETRY;
    private volatile @Nullable DropReason blockedBy;

    /**
     * @param originals the throwable that an item kept for the hook
     * @param changes is told what each recorded event did to its issue
     */
    public Pipeline(
            Stages stages,
            EventRecorder recorder,
            Function<Deferred<ErrorEvent>, @Nullable Throwable> originals,
            Consumer<List<Change>> changes,
            SelfHealth health,
            Clock clock) {
        this.stages = stages;
        this.recorder = recorder;
        this.originals = originals;
        this.changes = changes;
        this.health = health;
        this.clock = clock;
        this.sparing = new Sparing(health);
    }

    /** Why nothing can be written now; null while all is well. Any thread. */
    public @Nullable DropReason blockedBy() {
        return blockedBy;
    }

    @Override
    public void accept(List<Deferred<ErrorEvent>> items, boolean more) {
        if (items.isEmpty() && !pending.isEmpty()) {
            return;
        }
        List<GroupedEvent> stored = new ArrayList<>(items.size());
        List<GroupedEvent> counted = new ArrayList<>();
        pendingDrops.clear();
        for (Deferred<ErrorEvent> item : items) {
            GroupedEvent event = prepare(item);
            if (event == null) {
                continue;
            }
            stages.learn().accept(event);
            DropReason onlyCounted =
                    stages.onlyCounted().apply(event.fingerprint().hash());
            if (onlyCounted == null) {
                stored.add(event);
            } else {
                counted.add(event);
                pendingDrops.merge(onlyCounted, 1L, Long::sum);
            }
        }
        pending = fitting(new Batch(stored, counted, stages.tallies().apply(clock.instant())));
        retryAt = Instant.MIN;
        isDone();
    }

    /** What is written now: all of it, while there is room. */
    private Batch fitting(Batch batch) {
        if (recorder.room() == Room.PLENTY && sparing.isEmpty()) {
            return batch;
        }
        pendingDrops.forEach(health::dropped);
        pendingDrops.clear();
        sparing.add(batch);
        Instant now = clock.instant();
        return sparing.isDue(now) ? sparing.take(now) : NOTHING;
    }

    @Override
    public boolean isDone() {
        if (!pending.isEmpty() && !clock.instant().isBefore(retryAt)) {
            write();
        }
        return pending.isEmpty();
    }

    /** Writes what was held back, and gives up what could not be written. @return how many events that were */
    public int abandon() {
        if (pending.isEmpty() && !sparing.isEmpty()) {
            pending = sparing.take(clock.instant());
            write();
        }
        return giveUp();
    }

    private int giveUp() {
        int left = pending.events().size() + pending.countedOnly().size();
        pending = NOTHING;
        return left;
    }

    private void write() {
        try {
            List<Change> recorded = recorder.record(pending);
            health.stored(pending.events().size());
            pendingDrops.forEach(health::dropped);
            done();
            changes.accept(recorded);
        } catch (StoreUnavailableException unavailable) {
            tryLater(unavailable);
        } catch (RuntimeException failure) {
            health.failed("recording a batch", failure);
            health.dropped(DropReason.INTERNAL_ERROR, giveUp());
            done();
        }
    }

    private void done() {
        pending = NOTHING;
        backOff = FIRST_RETRY;
        blockedBy = null;
    }

    private void tryLater(StoreUnavailableException unavailable) {
        health.failed("writing to the store", unavailable);
        blockedBy = unavailable.reason();
        retryAt = clock.instant().plus(backOff);
        Duration doubled = backOff.multipliedBy(2);
        backOff = doubled.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : doubled;
    }

    /** One event through the stages before the store; null when it is not to be stored, which has been counted then. */
    private @Nullable GroupedEvent prepare(Deferred<ErrorEvent> item) {
        try {
            ErrorEvent made = stages.limits().apply(item.make());
            DropReason noise = stages.noise().apply(made);
            if (noise != null) {
                return drop(noise);
            }
            ErrorEvent scrubbed = scrub(made);
            if (scrubbed == null) {
                return drop(DropReason.SCRUB_FAILED);
            }
            return hookAndGroup(scrubbed, originals.apply(item));
        } catch (Throwable failure) {
            health.failed("processing an event", failure);
            return drop(DropReason.INTERNAL_ERROR);
        }
    }

    private @Nullable GroupedEvent hookAndGroup(ErrorEvent scrubbed, @Nullable Throwable original) {
        ErrorEvent kept;
        try {
            kept = stages.hook().apply(scrubbed, original);
        } catch (Throwable failure) {
            health.failed("asking a BeforeSend", failure);
            return drop(DropReason.BEFORE_SEND_FAILED);
        }
        if (kept == null) {
            return drop(DropReason.BEFORE_SEND);
        }
        ErrorEvent clean = kept == scrubbed ? scrubbed : scrub(stages.limits().apply(kept));
        return clean == null ? drop(DropReason.SCRUB_FAILED) : stages.group().apply(clean);
    }

    private @Nullable ErrorEvent scrub(ErrorEvent event) {
        try {
            return stages.scrub().apply(event);
        } catch (Throwable failure) {
            health.failed("scrubbing an event", failure);
            return null;
        }
    }

    private @Nullable GroupedEvent drop(DropReason reason) {
        health.dropped(reason);
        return null;
    }
}
