package io.errortracker.ui.access;

import java.time.Clock;
import java.util.Map;

/**
 * Turns an address away once it has failed ten times within a minute, until the oldest of the ten is a minute old. Thread-safe; holds
 * at most 10,000 addresses.
 */
final class FailureThrottle {
    private static final int ALLOWED = 10;
    private static final int MAX_ADDRESSES = 10_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final Clock clock;
    private final Map<String, Failures> byAddress = new Recent<>(MAX_ADDRESSES);

    FailureThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed(String address) {
        Failures failures = byAddress.get(address);
        return failures != null && failures.fullWithin(MINUTE_MILLIS, clock.millis());
    }

    synchronized void failed(String address) {
        byAddress.computeIfAbsent(address, key -> new Failures()).add(clock.millis());
    }

    /** When the last ten happened. */
    private static final class Failures {
        private final long[] at = new long[ALLOWED];
        private int count;

        void add(long now) {
            at[count % ALLOWED] = now;
            count = count == Integer.MAX_VALUE - 1 ? ALLOWED : count + 1;
        }

        boolean fullWithin(long millis, long now) {
            return count >= ALLOWED && now - at[count % ALLOWED] < millis;
        }
    }
}
