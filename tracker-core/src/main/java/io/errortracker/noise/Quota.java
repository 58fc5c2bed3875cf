package io.errortracker.noise;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/**
 * How many events are stored with their payload in an hour, whatever their issues. A tenth is kept for the first event of each issue in
 * that hour, so that a flood of what is known does not hide what is new. Bounded; for the worker's thread only.
 */
final class Quota {
    private static final long HOUR = 3_600_000;
    private static final int MOST_ISSUES = 10_000;

    private final int perHour;
    private final Clock clock;
    private final Set<String> seen = new HashSet<>();
    private long hour = Long.MIN_VALUE;
    private int stored;

    /** @param perHour events that are stored in an hour of the clock; 0 for as many as come */
    Quota(int perHour, Clock clock) {
        this.perHour = perHour;
        this.clock = clock;
    }

    /** Whether one more event of this issue may be stored; counts it if so. */
    boolean admits(String fingerprint) {
        if (perHour == 0) {
            return true;
        }
        turn();
        boolean first = seen.size() < MOST_ISSUES && !seen.contains(fingerprint);
        if (stored >= (first ? perHour : perHour - perHour / 10)) {
            return false;
        }
        if (first) {
            seen.add(fingerprint);
        }
        stored++;
        return true;
    }

    private void turn() {
        long now = Math.floorDiv(clock.millis(), HOUR);
        if (now != hour) {
            hour = now;
            stored = 0;
            seen.clear();
        }
    }
}
