package io.errortracker;

import java.time.Instant;
import java.util.List;

/**
 * Fired as a CDI event in place of the alerts that went past {@code tracker.alert.per-hour}. As {@link AlertFired}, it may come again.
 *
 * @param id the same for each repetition
 * @param made when the alerts were summed up
 * @param alerts the newest first; at most 2,000
 * @since 0.1.0
 */
public record AlertDigest(String id, Instant made, List<AlertFired> alerts) {
    public AlertDigest {
        alerts = List.copyOf(alerts);
    }
}
