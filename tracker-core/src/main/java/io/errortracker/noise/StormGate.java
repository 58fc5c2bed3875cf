package io.errortracker.noise;

import java.util.concurrent.atomic.AtomicInteger;
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

    private static final class Slot {
        final long kind;
        final AtomicInteger passed = new AtomicInteger();
        final AtomicLong turnedAway = new AtomicLong();
        volatile long minute;

        Slot(long kind, long minute) {
            this.kind = kind;
            this.minute = minute;
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
        long minute = minutes.getAsLong();
        int at = (int) ((kind ^ (kind >>> 32)) & (SLOTS - 1));
        Slot slot = slots.get(at);
        if (slot == null || slot.kind != kind) {
            slot = claim(at, slot, kind, minute);
            if (slot == null) {
                return true;
            }
        }
        if (slot.minute != minute) {
            slot.minute = minute;
            slot.passed.set(0);
        }
        if (slot.passed.get() < perMinute && slot.passed.incrementAndGet() <= perMinute) {
            return true;
        }
        slot.turnedAway.incrementAndGet();
        return false;
    }

    /** The slot for this kind; null when another kind holds it. */
    private @Nullable Slot claim(int at, @Nullable Slot held, long kind, long minute) {
        if (held != null && (held.minute >= minute - 1 || held.turnedAway.get() > 0)) {
            return null;
        }
        Slot fresh = new Slot(kind, minute);
        if (slots.compareAndSet(at, held, fresh)) {
            return fresh;
        }
        Slot now = slots.get(at);
        return now != null && now.kind == kind ? now : null;
    }

    /** Hands over what was turned away since the last call. For one thread at a time. */
    public void drain(Tallies tallies) {
        for (int i = 0; i < SLOTS; i++) {
            Slot slot = slots.get(i);
            if (slot != null && slot.turnedAway.get() > 0) {
                tallies.accept(slot.kind, slot.turnedAway.getAndSet(0));
            }
        }
    }
}
