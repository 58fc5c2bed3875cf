package io.errortracker.capture;

import io.errortracker.scope.Scope;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which failures were captured lately, by the identity of their root cause, so that one failure that passes several layers is
 * one event. Bounded, lock-free, holds throwables weakly.
 *
 * <p>The same object seen again is another occurrence when it is one of those that are thrown over and over: seen in another scope by
 * the same layer, or without a stack trace of its own. What a server logs after a request is what escaped from it, though the same log
 * saw it within the request first.
 */
final class Sightings {
    private static final int SLOTS = 1_024;
    private static final long FORGET_AFTER_NANOS = 60_000_000_000L;

    private record Seen(
            WeakReference<Throwable> root,
            WeakReference<Scope> scope,
            boolean scoped,
            String mechanism,
            String lastMechanism,
            long nanos,
            Capture capture) {

        Seen of(Throwable otherRoot) {
            return new Seen(new WeakReference<>(otherRoot), scope, scoped, mechanism, lastMechanism, nanos, capture);
        }

        Seen last(String layer) {
            return new Seen(root, scope, scoped, mechanism, layer, nanos, capture);
        }
    }

    private final AtomicReferenceArray<@Nullable Seen> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicReferenceArray<@Nullable Seen> lastOfScopes = new AtomicReferenceArray<>(SLOTS);

    /** The capture this failure is part of already; null when it is seen for the first time. */
    @Nullable
    Capture find(Throwable root, @Nullable Scope scope, String mechanism, long now) {
        int slot = slot(root);
        Seen seen = slots.get(slot);
        if (seen == null || seen.root.get() != root || now - seen.nanos > FORGET_AFTER_NANOS) {
            return scope == null ? null : findRepeated(root, scope, mechanism);
        }
        if (!isSameOccurrence(seen, scope, mechanism)) {
            return null;
        }
        if (scope != null && !seen.lastMechanism.equals(mechanism)) {
            slots.set(slot, seen.last(mechanism));
        }
        return seen.capture;
    }

    /**
     * The last capture of this scope, if the same code just failed in the same way once more for another layer to see: a response
     * filter is asked again for the answer to its own failure.
     */
    private @Nullable Capture findRepeated(Throwable root, Scope scope, String mechanism) {
        Seen last = lastOfScopes.get(slot(scope));
        boolean mayRepeat = last != null && last.scope.get() == scope && !last.mechanism.equals(mechanism);
        if (!mayRepeat || !last.capture.looksLike(root)) {
            return null;
        }
        // the server may log this one too, after the request
        slots.set(slot(root), last.of(root));
        return last.capture;
    }

    private static boolean isSameOccurrence(Seen seen, @Nullable Scope scope, String mechanism) {
        boolean sameScope = scope == null ? !seen.scoped : seen.scope.get() == scope;
        if (sameScope) {
            return true;
        }
        String before = scope == null ? seen.lastMechanism : seen.mechanism;
        return !before.equals(mechanism) && seen.capture.hasFrames();
    }

    void remember(Throwable root, @Nullable Scope scope, String mechanism, Capture capture) {
        Seen seen = new Seen(
                new WeakReference<>(root),
                new WeakReference<>(scope),
                scope != null,
                mechanism,
                mechanism,
                capture.createdNanos(),
                capture);
        slots.set(slot(root), seen);
        if (scope != null) {
            lastOfScopes.set(slot(scope), seen);
        }
    }

    private static int slot(Object object) {
        int hash = System.identityHashCode(object);
        return (hash ^ (hash >>> 10)) & (SLOTS - 1);
    }
}
