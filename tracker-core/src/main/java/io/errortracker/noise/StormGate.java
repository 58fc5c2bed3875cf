package io.errortracker.noise;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a storm away on the failing thread, before a frame is looked at: lock-free, bounded, a few nanoseconds, nothing allocated for a
 * kind that is known. What is turned away is counted for its kind.
 *
 * <p>Two kinds that fall into one slot do not limit each other: the second passes until the first has been quiet for a minute.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class StormGate {
    private static final int SLOTS = 1_024;

    /** Takes counts. */
    @FunctionalInterface
    public interface Tallies {
        void accept(long kind, long turnedAway);
    }

    /** A kind and its minute. One that was retired counts nothing any more and can be replaced: so no count is lost with it. */
    private static final class Slot {
        private static final long RETIRED = -1;

        final long kind;
        /** The minute in the upper half, how many passed in it in the lower one: both turn at once. */
        private final AtomicLong window;

        private final AtomicLong turnedAway = new AtomicLong();

        Slot(long kind, int minute) {
            this.kind = kind;
            this.window = new AtomicLong(window(minute, 0));
        }

        private static long window(int minute, int passed) {
            return ((long) minute << 32) | passed;
        }

        private int minute() {
            return (int) (window.get() >> 32);
        }

        /** A thread that is late counts in the minute that has begun meanwhile. */
        boolean admits(int minute, int perMinute) {
            while (true) {
                long seen = window.get();
                boolean turns = minute - (int) (seen >> 32) > 0;
                if (!turns && (int) seen >= perMinute) {
                    return false;
                }
                if (window.compareAndSet(seen, turns ? window(minute, 1) : seen + 1)) {
                    return true;
                }
            }
        }

        /** @return false when the slot was retired meanwhile: it has not been counted */
        boolean turnAway() {
            while (true) {
                long seen = turnedAway.get();
                if (seen == RETIRED) {
                    return false;
                }
                if (turnedAway.compareAndSet(seen, seen + 1)) {
                    return true;
                }
            }
        }

        /** Whether its kind has been quiet for a minute and all it counted was told, so that another kind may have its place. */
        boolean retires(int minute) {
            return turnedAway.get() == RETIRED || (minute - minute() > 1 && turnedAway.compareAndSet(0, RETIRED));
        }

        boolean isRetired() {
            return turnedAway.get() == RETIRED;
        }

        long takeTurnedAway() {
            while (true) {
                long seen = turnedAway.get();
                if (seen <= 0 || turnedAway.compareAndSet(seen, 0)) {
                    return Math.max(0, seen);
                }
            }
        }
    }

    private final AtomicReferenceArray<@Nullable Slot> slots = new AtomicReferenceArray<>(SLOTS);
    private final int perMinute;
    private final LongSupplier minutes;

    /**
     * @param perMinute failures of one kind that pass in a minute
     * @param minutes the current minute, counted from anywhere
     */
    public StormGate(int perMinute, LongSupplier minutes) {
        this.perMinute = perMinute;
        this.minutes = minutes;
    }

    /** Whether one more failure of this kind may pass; if not it has been counted. */
    public boolean passes(long kind) {
        int minute = (int) minutes.getAsLong();
        while (true) {
            Slot slot = slot(kind, minute);
            if (slot == null || slot.admits(minute, perMinute)) {
                return true;
            }
            if (slot.turnAway()) {
                return false;
            }
        }
    }

    /** The slot for this kind; null when another kind holds it. */
    private @Nullable Slot slot(long kind, int minute) {
        int at = (int) ((kind ^ (kind >>> 32)) & (SLOTS - 1));
        while (true) {
            Slot held = slots.get(at);
            if (held != null && held.kind == kind && !held.isRetired()) {
                return held;
            }
            if (held != null && !held.retires(minute)) {
                return null;
            }
            Slot fresh = new Slot(kind, minute);
            if (slots.compareAndSet(at, held, fresh)) {
                return fresh;
            }
        }
    }

    /** Hands over what was turned away since the last call. For one thread at a time. */
    public void drain(Tallies tallies) {
        for (int i = 0; i < SLOTS; i++) {
            Slot slot = slots.get(i);
            long turnedAway = slot == null ? 0 : slot.takeTurnedAway();
            if (slot != null && turnedAway > 0) {
                tallies.accept(slot.kind, turnedAway);
            }
        }
    }
}
