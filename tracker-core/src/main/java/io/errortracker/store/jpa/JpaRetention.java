package io.errortracker.store.jpa;

import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.Room;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the store within the limits of {@link RetentionPolicy}. For one thread, but for what says otherwise.
 *
 * @since 0.1.0
 */
public final class JpaRetention {
    /** What is kept in memory while the file cannot be had. */
    private static final RetentionPolicy STAND_IN = new RetentionPolicy(Duration.ofDays(3650), 2_000, 32L << 20);

    /** So far below the limits goes a run between batches, so that the next is not due at once. */
    private static final double BETWEEN_BATCHES = 0.95;

    private static final Duration TIDYING_EVERY = Duration.ofMillis(500);
    private static final Duration TIDYING_NEAR_THE_LIMIT_EVERY = Duration.ofSeconds(2);
    private static final Duration TIDYING_ENDS_AFTER = Duration.ofMinutes(5);

    private final RetentionPolicy policy;
    private final Access access;
    private final Keeper keeper;
    private final Headroom headroom;
    private final Clock clock;
    private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();
    private @Nullable Retention running;
    private long foldedUntil = Long.MIN_VALUE;
    private Instant nextTidying = Instant.MIN;
    private volatile Instant lastStored = Instant.MIN;
    private volatile @Nullable Instant last;
    private volatile long removed;

    /** What is stored in a database, without counting it anew each time. */
    private record Counted(Database database, Stock stock) {}

    JpaRetention(RetentionPolicy policy, Access access, Keeper keeper, Headroom headroom, Clock clock) {
        this.policy = policy;
        this.access = access;
        this.keeper = keeper;
        this.headroom = headroom;
        this.clock = clock;
    }

    /**
     * Removes what goes past the limits, a chunk at a time, so that nobody waits long meanwhile. Call it every few minutes; never from a thread of the host's.
     *
     * @param pause is run between two chunks
     * @throws StoreUnavailableException when the store cannot be written now
     */
    public RetentionReport run(Instant now, Runnable pause) {
        RetentionReport report = run(policy, now, pause);
        Database database = keeper.ready();
        counted.set(database == null ? null : new Counted(database, new Stock(report.left(), report.bytes())));
        access.writeAnywhere((session, written) -> {
            Retention.sweep(session);
            DroppedHours.forgetBefore(session, Micros.hour(Micros.of(now.minus(policy.maxAge()))));
            new ArtifactRetention(session, policy, Micros.of(now)).run();
            long oldest = Micros.of(now.minus(policy.maxAge()));
            SessionQueries.forget(session, oldest, Micros.of(now));
            ReleaseRetention.run(session, oldest);
            return null;
        });
        while (access.writeAnywhere((session, written) -> new Traces(session).removeChunk(Micros.of(now))) > 0) {
            pause.run();
        }
        foldHours(now, pause);
        last = now;
        return report;
    }

    /** Once a day, and once after the start. */
    private void foldHours(Instant now, Runnable pause) {
        long end = HourFolding.end(Micros.of(now));
        if (end == foldedUntil) {
            return;
        }
        long issue = foldHoursAfter(0, now);
        while (issue != HourFolding.END) {
            pause.run();
            issue = foldHoursAfter(issue, now);
        }
        foldedUntil = end;
    }

    private long foldHoursAfter(long issue, Instant now) {
        return access.writeAnywhere(
                (session, database) -> new HourFolding(session, database.engine(), Micros.of(now)).chunk(issue));
    }

    private RetentionReport run(RetentionPolicy limits, Instant now, Runnable pause) {
        Retention run = new Retention(limits, Micros.of(now), 1);
        running = null;
        long before = removed;
        while (removeChunk(run) > 0) {
            pause.run();
        }
        Stock left = access.read(run::stock);
        return new RetentionReport(removed - before, left.events(), left.bytes());
    }

    /**
     * Removes one chunk if there is more than the limits allow, and frees space where there is little of it; to find that out costs next to
     * nothing. Call it after each batch: in a flood events come faster than any timer.
     *
     * @throws StoreUnavailableException when the store cannot be written now
     */
    public void makeRoom() {
        Database database = keeper.ready();
        if (database == null || keeper.state() != StoreHealth.State.OPEN) {
            return;
        }
        boolean tidied = headroom.isUntidy(database) && tidyIfDue(database);
        if (headroom.room(database) == Room.PLENTY || tidied && !headroom.isSpent(database)) {
            removeIfTooMuch(database);
        }
    }

    /** What is freed takes space itself until it can be used again, so that is done slowly; and not for ever where nothing is stored any more. */
    private boolean tidyIfDue(Database database) {
        Instant now = clock.instant();
        if (now.isBefore(nextTidying) || now.isAfter(lastStored.plus(TIDYING_ENDS_AFTER))) {
            return false;
        }
        nextTidying = now.plus(headroom.room(database) == Room.PLENTY ? TIDYING_EVERY : TIDYING_NEAR_THE_LIMIT_EVERY);
        access.writeAnywhere((session, written) -> {
            headroom.tidy(session, written);
            return null;
        });
        return true;
    }

    private void removeIfTooMuch(Database database) {
        if (running == null && stockOf(database).isBeyond(policy, 1)) {
            running = new Retention(policy, Micros.of(clock.instant()), BETWEEN_BATCHES);
        }
        Retention run = running;
        if (run != null) {
            running = null;
            boolean goesOn = removeChunk(run) > 0;
            counted.set(new Counted(database, access.read(run::stock)));
            running = goesOn ? run : null;
        }
    }

    private Stock stockOf(Database database) {
        Counted known = counted.get();
        if (known == null || known.database != database) {
            known = new Counted(database, access.read(Stock::count));
            counted.set(known);
        }
        return known.stock;
    }

    /** Takes note of events that were stored. Any thread. */
    void stored(Recorded recorded) {
        lastStored = clock.instant();
        counted.updateAndGet(known -> known == null || known.database != recorded.database()
                ? known
                : new Counted(known.database, known.stock.with(recorded.stored(), recorded.bytes())));
    }

    private int removeChunk(Retention run) {
        int chunk = access.writeAnywhere((session, database) -> run.removeChunk(session));
        removed += chunk;
        return chunk;
    }

    /** Removes what is too much to be kept in memory while the file cannot be had. */
    void keepLittleInMemory() {
        run(STAND_IN, clock.instant(), () -> {});
    }

    /** When it ran last; null when it did not yet. Any thread. */
    @Nullable
    Instant last() {
        return last;
    }

    /** How many events were removed. Any thread. */
    long removed() {
        return removed;
    }
}
