package io.errortracker.store.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The rules that people made or changed, and what tells how often a rule would have fired. Thread-safe; every method throws
 * {@link io.errortracker.store.StoreUnavailableException} when the store cannot be used now.
 *
 * @since 0.1.0
 */
public interface RuleShelf {
    /** More are not kept. */
    int MOST_RULES = 200;

    /** In the order of their keys. */
    List<StoredRule> rules();

    /** Keeps a rule under its key, in place of what was there. @return false when there are too many already */
    boolean save(StoredRule rule);

    /** @return whether there was one */
    boolean delete(String key);

    /** Forgets what was counted for a rule, so that a changed one begins anew. */
    void forgetCounters(String key);

    /**
     * What happened to issues since then, for previews: of at most 500 issues, the last seen first.
     *
     * @param hours how many hours of counters are wanted, the last one the hour of {@code now}
     */
    List<IssueHistory> histories(Instant now, int hours);

    /**
     * What is known of an issue's past.
     *
     * @param issue as it is now
     * @param environments where it was seen
     * @param releases in which it was seen
     * @param regressions when it came back after it was resolved, oldest first
     * @param hours events per hour, oldest first
     */
    record IssueHistory(
            io.errortracker.issue.Issue issue,
            List<String> environments,
            List<String> releases,
            List<Instant> regressions,
            long[] hours) {
        public IssueHistory {
            environments = List.copyOf(environments);
            releases = List.copyOf(releases);
            regressions = List.copyOf(regressions);
        }
    }

    /** How many alerts each rule told or held back since then, by the rule's key. */
    Map<String, Long> firedSince(Instant since);
}
