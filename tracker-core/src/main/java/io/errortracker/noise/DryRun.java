package io.errortracker.noise;

import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoredEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done to the events stored last.
 *
 * @param events how many were looked at
 * @param dropped how many of them the rule meets
 * @param byIssue how many of each issue, by its id
 * @param since when the oldest of those looked at was stored; null when there were none
 * @since 0.1.0
 */
public record DryRun(
        int events,
        int dropped,
        Map<Long, Integer> byIssue,
        @Nullable Instant since) {

    public DryRun {
        byIssue = Map.copyOf(byIssue);
    }

    /** Reads the events, some at a time, on this thread. */
    public static DryRun of(RuleMatcher rule, NoiseStore store, int events) {
        Looking looking = new Looking(rule);
        store.latestEvents(events, looking::at);
        return new DryRun(looking.events, looking.dropped, looking.byIssue, looking.since);
    }

    private static final class Looking {
        private final RuleMatcher rule;
        private final Map<Long, Integer> byIssue = new HashMap<>();
        private int events;
        private int dropped;
        private @Nullable Instant since;

        Looking(RuleMatcher rule) {
            this.rule = rule;
        }

        void at(StoredEvent stored) {
            events++;
            since = stored.received();
            if (rule.test(stored.event())) {
                dropped++;
                byIssue.merge(stored.issueId(), 1, Integer::sum);
            }
        }
    }
}
