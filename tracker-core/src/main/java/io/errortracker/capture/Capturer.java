package io.errortracker.capture;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.HandOver;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every layer calls when it sees a failure. Copies values on the failing thread, hands them over and returns: no lock that is held
 * for long, no I/O, and of the host's objects only the throwable kept alive, until the worker has read its stack trace; of how many at
 * a time is bounded. Never throws.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class Capturer {
    /** What {@link #capture} returns when nothing was captured. */
    public static final String NOTHING = "";

    /** How many throwables may wait for the worker to read their stack traces; more are read on the failing thread. */
    private static final int MAX_UNREAD = 64;

    private final HandOver<ErrorEvent> queue;
    private final Scopes scopes;
    private final EventMaker maker;
    private final Admission admission;
    private final Reentrancy reentrancy;
    private final SelfHealth health;
    private final Clock clock;
    private final BooleanSupplier keepsOriginals;
    private final Supplier<@Nullable DropReason> blockedBy;
    private final Sightings sightings = new Sightings();

    /**
     * @param keepsOriginals whether throwables are kept until their event is made, for a {@code BeforeSend} to look at
     * @param blockedBy why the writer cannot write now; null while it can
     */
    public Capturer(
            HandOver<ErrorEvent> queue,
            Scopes scopes,
            EventMaker maker,
            Admission admission,
            Reentrancy reentrancy,
            SelfHealth health,
            Clock clock,
            BooleanSupplier keepsOriginals,
            Supplier<@Nullable DropReason> blockedBy) {
        this.queue = queue;
        this.scopes = scopes;
        this.maker = maker;
        this.admission = admission;
        this.reentrancy = reentrancy;
        this.health = health;
        this.clock = clock;
        this.keepsOriginals = keepsOriginals;
        this.blockedBy = blockedBy;
    }

    /**
     * Captures a failure, or adds to the event it is part of already.
     *
     * @return the event's id; {@link #NOTHING} when it was not captured
     */
    public String capture(Throwable thrown, Sighting sighting) {
        if (!reentrancy.enter()) {
            health.captured();
            health.dropped(DropReason.RECURSION);
            return NOTHING;
        }
        try {
            return captureOrAdd(thrown, sighting);
        } catch (Throwable failure) {
            return failed(failure);
        } finally {
            reentrancy.leave();
        }
    }

    /** Captures a message without an exception. @return the event's id; {@link #NOTHING} when it was not captured */
    public String captureMessage(String message, Level level, Sighting sighting) {
        if (!reentrancy.enter()) {
            health.captured();
            health.dropped(DropReason.RECURSION);
            return NOTHING;
        }
        try {
            Capture capture = newCapture(List.of(), message, sighting);
            capture.level(level);
            return handOver(capture, scopes.current(), sighting);
        } catch (Throwable failure) {
            return failed(failure);
        } finally {
            reentrancy.leave();
        }
    }

    private String failed(Throwable failure) {
        health.dropped(DropReason.INTERNAL_ERROR);
        failed("capturing", failure);
        return NOTHING;
    }

    private String captureOrAdd(Throwable thrown, Sighting sighting) {
        Scope scope = scopes.current();
        Throwable root = ThrowableSnapshot.root(thrown);
        Capture known = sightings.find(root, scope, sighting.mechanism(), System.nanoTime());
        if (known != null) {
            if (!known.isSettled()) {
                addTransaction(known, scope, root);
                known.add(inFull(sighting));
                addDetails(known, sighting);
            }
            return known.id();
        }
        String entryPoint = scope == null ? null : tell("entry point", scope::entryPoint);
        if (!admission.admit(thrown.getClass(), root.getClass(), entryPoint)) {
            health.captured();
            health.dropped(DropReason.STORM_LIMIT);
            return NOTHING;
        }
        Sighting full = inFull(sighting);
        Capture capture = newCapture(snapshots(thrown), null, full);
        if (keepsOriginals.getAsBoolean()) {
            capture.keep(thrown);
        }
        sightings.remember(root, scope, sighting.mechanism(), capture);
        addTransaction(capture, scope, root);
        return handOver(capture, scope, full);
    }

    private List<ThrowableSnapshot> snapshots(Throwable thrown) {
        List<ThrowableSnapshot> snapshots = ThrowableSnapshot.of(thrown);
        if (queue.size() >= MAX_UNREAD) {
            snapshots.forEach(snapshot -> snapshot.trace().read());
        }
        return snapshots;
    }

    private Capture newCapture(List<ThrowableSnapshot> throwables, @Nullable String message, Sighting sighting) {
        health.captured();
        Instant now = clock.instant();
        return new Capture(ErrorEvent.newId(now), now, System.nanoTime(), sighting, throwables, message, maker);
    }

    private String handOver(Capture capture, @Nullable Scope scope, Sighting sighting) {
        surround(capture, scope);
        addDetails(capture, sighting);
        if (!queue.offer(capture)) {
            capture.settle(0);
            capture.taken();
            DropReason blocked = blockedBy.get();
            health.dropped(blocked == null ? DropReason.QUEUE_FULL : blocked);
            return NOTHING;
        }
        if (scope == null) {
            capture.settle(0);
        } else {
            scope.onClose(() -> capture.settle(scope.responseStatus(), tell("entry point", scope::entryPoint)));
        }
        return capture.id();
    }

    private void surround(Capture capture, @Nullable Scope scope) {
        if (scope == null) {
            return;
        }
        capture.surround(
                tell("entry point", scope::entryPoint),
                tell("user", scope::user),
                tell("request", scope.surroundings()::request),
                scope.breadcrumbs());
        scope.tags().forEach(capture::tag);
        scope.extra().forEach(capture::extra);
        Map<String, Map<String, Object>> contexts = tell("contexts", scope.surroundings()::contexts);
        if (contexts != null) {
            contexts.forEach(capture::context);
        }
    }

    private static void addTransaction(Capture capture, @Nullable Scope scope, Throwable root) {
        Map<String, Object> transaction = scope == null ? null : scope.transactionOf(root);
        if (transaction != null) {
            capture.replaceContext("jta", transaction);
        }
    }

    private Sighting inFull(Sighting sighting) {
        try {
            return sighting.inFull();
        } catch (Throwable failure) {
            failed("looking at what failed", failure);
            return sighting;
        }
    }

    /** Containers throw from the oddest getters once a request is in trouble: what cannot be told is left out. */
    private <T> @Nullable T tell(String what, Supplier<? extends @Nullable T> source) {
        try {
            return source.get();
        } catch (Throwable failure) {
            failed("asking the container for the " + what, failure);
            return null;
        }
    }

    private void addDetails(Capture capture, Sighting sighting) {
        Consumer<EventDetails> details = sighting.details();
        if (details == null) {
            return;
        }
        try {
            details.accept(capture);
        } catch (Throwable failure) {
            capture.tag("details_failed", failure.getClass().getName());
        }
    }

    /** The throwable that an item kept, once; null when it kept none. */
    public static @Nullable Throwable takeOriginal(Deferred<ErrorEvent> item) {
        return item instanceof Capture capture ? capture.takeOriginal() : null;
    }

    /**
     * Any object as a JSON-like value under caps, without running code of the application's: of what is not a plain value or container
     * of the JDK only the type is told.
     */
    public static @Nullable Object copyOf(@Nullable Object value) {
        return SafeValues.of(value);
    }

    /** How the tracker itself does. */
    public SelfHealth health() {
        return health;
    }

    /**
     * Notes how the transaction stands that a throwable leaves, for whoever captures it further out; nothing happens without a scope.
     *
     * @param transaction what to tell of it; empty when nothing is known
     */
    public void noteTransaction(Throwable thrown, Map<String, Object> transaction) {
        Scope scope = scopes.current();
        if (scope != null && !transaction.isEmpty()) {
            scope.noteTransaction(ThrowableSnapshot.root(thrown), transaction);
        }
    }

    /** Adds a breadcrumb to the current scope, now; nothing happens without one. */
    public void addBreadcrumb(Breadcrumb breadcrumb) {
        Scope scope = scopes.current();
        if (scope == null) {
            return;
        }
        try {
            scope.addBreadcrumb(breadcrumb.timestamp() == null ? breadcrumb.at(clock.instant()) : breadcrumb);
        } catch (Throwable failure) {
            failed("noting a breadcrumb", failure);
        }
    }

    /**
     * Takes note of a failure of the tracker's own in a layer that must not throw it into the application.
     *
     * @return whether it could be noted; never throws
     */
    public boolean failed(String doing, Throwable failure) {
        try {
            health.failed(doing, failure);
            return true;
        } catch (Throwable telling) {
            return false;
        }
    }
}
