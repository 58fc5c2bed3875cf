package io.errortracker.noise;

import io.errortracker.health.DropReason;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How many events are stored with their payload: of one issue in a minute, and of all in an hour. Bounded; for one worker's thread only.
 *
 * @since 0.1.0
 */
public final class PayloadLimits {
    private final StormLimit storms;
    private final Quota quota;

    /**
     * @param perMinute events of one issue that are stored in a minute, at least 1
     * @param perHour events that are stored in an hour; 0 for as many as come
     */
    public PayloadLimits(int perMinute, int perHour, Clock clock) {
        storms = new StormLimit(perMinute, clock);
        quota = new Quota(perHour, clock);
    }

    /** Why one more event of this issue is counted without its payload; null when it may be stored, which is counted. */
    public @Nullable DropReason whyOnlyCounted(String fingerprint) {
        if (!storms.admits(fingerprint)) {
            return DropReason.STORM_LIMIT;
        }
        return quota.admits(fingerprint) ? null : DropReason.QUOTA;
    }
}
