package io.errortracker.store.jpa;

import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreHealth.State;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.store.jpa.Opener.Elsewhere;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the one open database: opens it when it is first needed, opens it again with back-off after it broke, and stands in with one in
 * memory while somebody else has the file. There is no timer: a try is due when the store is next used after the time of waiting.
 *
 * <p>For the writer's thread, but for what says otherwise.
 */
final class Keeper {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofSeconds(30);
    private static final Duration TAKE_OVER_EVERY = Duration.ofSeconds(5);

    private final Opener opener;
    private final Moving moving;
    private final Notices notices;
    private final SelfHealth health;
    private final Clock clock;

    private volatile @Nullable Database current;
    private volatile State state = State.NOT_OPENED;
    private volatile Instant nextTry = Instant.MIN;
    private Duration wait = FIRST_WAIT;
    private DropReason reason = DropReason.STORE_UNAVAILABLE;
    private Instant openedAt = Instant.MIN;
    private Suspicion suspicion = Suspicion.NONE;

    Keeper(Opener opener, Moving moving, Notices notices, SelfHealth health, Clock clock) {
        this.opener = opener;
        this.moving = moving;
        this.notices = notices;
        this.health = health;
        this.clock = clock;
    }

    /** What it is, for people. Any thread. */
    String location() {
        return opener.location();
    }

    /** Any thread. */
    State state() {
        return state;
    }

    /** The database, when it can be used without the writer's thread doing something first; otherwise null. Any thread. */
    @Nullable
    Database ready() {
        return state == State.MEMORY_ONLY && isDue() ? null : current;
    }

    /** The database, opened if that is due. */
    Database database() {
        Database open = current;
        if (open != null && (state == State.OPEN || !isDue())) {
            return open;
        }
        if (state == State.CLOSED) {
            throw new StoreUnavailableException(
                    DropReason.STORE_UNAVAILABLE, "The store is closed", new IllegalStateException("closed"));
        }
        if (!isDue()) {
            throw new StoreUnavailableException(
                    reason, "The store is tried again at " + nextTry, new IllegalStateException("waiting"));
        }
        return open == null ? openFirst() : takeOverFrom(open);
    }

    private Database openFirst() {
        try {
            return opened(opener.open(suspicion));
        } catch (Elsewhere elsewhere) {
            return standIn(elsewhere);
        } catch (OpeningFailed failed) {
            throw unavailable(failed.trouble(), failed);
        }
    }

    private Database opened(Database database) {
        current = database;
        state = State.OPEN;
        openedAt = clock.instant();
        suspicion = suspicion == Suspicion.LOST ? Suspicion.NONE : suspicion;
        return database;
    }

    private Database standIn(Elsewhere elsewhere) {
        notices.tell(elsewhere.getMessage() + "; events are kept in memory until it can be opened");
        try {
            Database memory = new MemoryOpener().open(Suspicion.NONE);
            current = memory;
            state = State.MEMORY_ONLY;
            nextTry = clock.instant().plus(TAKE_OVER_EVERY);
            return memory;
        } catch (OpeningFailed failed) {
            throw unavailable(failed.trouble(), failed);
        }
    }

    private Database takeOverFrom(Database memory) {
        nextTry = clock.instant().plus(TAKE_OVER_EVERY);
        try {
            Database file = opener.open(suspicion);
            return move(memory, file) ? file : memory;
        } catch (Elsewhere stillThere) {
            return memory;
        } catch (OpeningFailed failed) {
            health.failed("opening the store", failed);
            return memory;
        }
    }

    /** Where it fails, nothing has changed: what was moved already is recognised next time. */
    private boolean move(Database memory, Database file) {
        try {
            moving.move(memory, file);
        } catch (RuntimeException failed) {
            health.failed("moving events into the store", failed);
            closing(file);
            return false;
        }
        opened(file);
        closing(memory);
        notices.tell("the store " + opener.location() + " could be opened; what was kept in memory was moved there");
        return true;
    }

    /** A database failed: it is closed, and opened again after a wait, at once when it had been open for long. */
    StoreUnavailableException broken(Database database, Trouble trouble, Throwable failure) {
        if (current != database) {
            return new StoreUnavailableException(reason, "The store was opened again meanwhile", failure);
        }
        current = null;
        Throwable alsoFailed = database.close();
        if (alsoFailed != null) {
            failure.addSuppressed(alsoFailed);
        }
        boolean wasFine = openedAt.plus(LAST_WAIT).isBefore(clock.instant());
        wait = wasFine ? FIRST_WAIT : wait;
        suspicion = trouble == Trouble.DAMAGED ? suspicion.more() : suspicion;
        StoreUnavailableException unavailable = unavailable(trouble, failure);
        nextTry = wasFine && trouble != Trouble.DISK_FULL ? Instant.MIN : nextTry;
        return unavailable;
    }

    private StoreUnavailableException unavailable(Trouble trouble, Throwable failure) {
        boolean full = trouble == Trouble.DISK_FULL;
        state = State.UNAVAILABLE;
        reason = full ? DropReason.DISK_FULL : DropReason.STORE_UNAVAILABLE;
        nextTry = clock.instant().plus(wait);
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LAST_WAIT) > 0 ? LAST_WAIT : doubled;
        health.failed(full ? "writing to a full disk" : "using the store", rootOf(failure));
        return new StoreUnavailableException(
                reason, full ? "The disk is full" : "The store cannot be used now", failure);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    void close() {
        Database open = current;
        if (open != null && state == State.MEMORY_ONLY) {
            nextTry = Instant.MIN;
            open = takeOverFrom(open);
        }
        if (open != null && state == State.MEMORY_ONLY) {
            moving.abandon(open);
        }
        current = null;
        state = State.CLOSED;
        if (open != null) {
            closing(open);
        }
    }

    private void closing(Database database) {
        Throwable failure = database.close();
        if (failure != null) {
            health.failed("closing the store", failure);
        }
    }

    private boolean isDue() {
        return !clock.instant().isBefore(nextTry);
    }
}
