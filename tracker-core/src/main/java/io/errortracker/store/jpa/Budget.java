package io.errortracker.store.jpa;

import io.errortracker.store.Room;

/**
 * How much may be written to a file that must not grow beyond a limit.
 *
 * <p>H2 uses freed space again only when 45 seconds have passed, so what matters is what is used now, needed or not: from seven tenths of
 * the limit on, little is written, once every five seconds, and of that so much that nine tenths are not reached before the first of it is
 * free again; a tenth is left for the first event of each issue and for counters; at the limit nothing is written at all. A file with holes
 * too small to be used grows although little of it is used; so a file counts as used but for a fifth of the limit, and never becomes
 * larger than the limit and that fifth.
 *
 * @param limit in bytes
 */
record Budget(long limit) {
    private static final double UNTIDY = 0.5;
    private static final long LITTLE = 32L << 20;
    private static final double SCARCE = 0.7;
    private static final double FIRST_EVENTS_ONLY = 0.9;
    private static final double FOR_TIDYING = 1.1;
    private static final double TOLERATED_HOLES = 0.2;
    private static final long BATCHES_BEFORE_SPACE_IS_FREE = 9;

    Room room(Occupancy now) {
        return left(now, SCARCE) > 0 ? Room.PLENTY : Room.SCARCE;
    }

    /** Whether nothing may be written. */
    boolean isSpent(Occupancy now) {
        return left(now, 1) <= 0;
    }

    /** What one batch may add; half of it is taken by what is written beside payloads. */
    Allowance allowance(Occupancy now) {
        long plenty = left(now, SCARCE) / 2;
        return new Allowance(
                Math.max(plenty, left(now, FIRST_EVENTS_ONLY) / 2 / BATCHES_BEFORE_SPACE_IS_FREE), left(now, 1) / 4);
    }

    /** Whether space should be freed: much of the limit is used, or much for nothing. */
    boolean isUntidy(Occupancy now) {
        return left(now, UNTIDY) <= 0 || now.used() - now.live() > Math.max(now.live(), LITTLE);
    }

    /** What may be written at once to free space, also when nothing else may be written any more. */
    long forTidying(Occupancy now) {
        return Math.max(0, Math.min(left(now, FOR_TIDYING) / 8, limit / 100));
    }

    private long left(Occupancy now, double share) {
        if (now == Occupancy.UNKNOWN) {
            return Long.MAX_VALUE;
        }
        long used = Math.max(now.used(), now.file() - (long) (limit * TOLERATED_HOLES));
        return (long) (limit * share) - used;
    }

    /** What one batch may still add. */
    static final class Allowance {
        private long bytes;
        private long bytesOfFirstEvents;

        private Allowance(long bytes, long bytesOfFirstEvents) {
            this.bytes = bytes;
            this.bytesOfFirstEvents = bytesOfFirstEvents;
        }

        /** Whether an event may be stored, which is taken off. @param first whether its issue has none yet */
        boolean take(long size, boolean first) {
            if ((first ? bytesOfFirstEvents : bytes) < size) {
                return false;
            }
            bytes -= size;
            bytesOfFirstEvents -= size;
            return true;
        }
    }
}
