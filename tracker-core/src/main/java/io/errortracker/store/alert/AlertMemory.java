package io.errortracker.store.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What alerts remember, seen from within the transaction that records a batch.
 *
 * @since 0.1.0
 */
public interface AlertMemory {

    /** The rules that people made or changed on the page. */
    List<StoredRule> rules();

    /** What was kept under these keys; a key of which nothing is known is missing. */
    Map<CounterKey, byte[]> counters(Collection<CounterKey> keys);

    /** Keeps these in place of what was known, with when they were last touched. */
    void keep(Map<CounterKey, byte[]> counters, Instant now);

    /** Events per hour of an issue, the batch included; the oldest hour first, the last one the hour of {@code now}. */
    long[] hours(long issueId, Instant now, int hours);

    /** How many alerts were told, not held back, since then. Others who would tell one wait until this transaction has ended. */
    long toldSince(Instant since);

    /**
     * Puts an alert into the outbox.
     *
     * @param held whether it waits for the next digest instead of being sent by itself
     */
    void put(FiredAlert alert, boolean held);

    /**
     * Names a counter.
     *
     * @param rule key of the rule it belongs to
     */
    record CounterKey(String rule, long issueId) {}
}
