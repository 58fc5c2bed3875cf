package io.errortracker.noise;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many events of one issue are stored with their payload in a minute. Bounded; for the worker's thread only.
 */
final class StormLimit {
    private static final int MAX_ISSUES = 10_000;

    private record Count(long minute, int events) {}

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_ISSUES;
        }
    };

    /** @param perMinute events of one issue that are stored in a minute, at least 1 */
    StormLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Whether one more event of this issue may be stored; counts it. */
    boolean admits(String fingerprint) {
        long minute = clock.millis() / 60_000;
        Count count = counts.get(fingerprint);
        int events = count == null || count.minute != minute ? 1 : count.events + 1;
        counts.put(fingerprint, new Count(minute, Math.min(events, perMinute + 1)));
        return events <= perMinute;
    }
}
