package io.errortracker.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is noise, as people said on the pages, and how much of it there was. Shared by all nodes that share a store. Thread-safe; may be
 * called by any thread.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface NoiseStore {
    /** More rules than this cannot be made: each event is held against all of them. */
    int MOST_RULES = 200;

    /**
     * Everything people said, read at once.
     *
     * @param rules the newest first
     * @param switchedOff names of default rules that are not to be applied
     */
    record Wishes(List<IgnoreRule> rules, Set<String> switchedOff) {
        public static final Wishes NONE = new Wishes(List.of(), Set.of());

        public Wishes {
            rules = List.copyOf(rules);
            switchedOff = Set.copyOf(switchedOff);
        }
    }

    /**
     * Events that were dropped.
     *
     * @param cause the label of a reason, or the name of a rule; at most 64 characters
     * @param when in which hour
     */
    record Drop(String cause, Instant when, long events) {}

    Wishes wishes();

    /** Makes a rule. @return empty when there are {@link #MOST_RULES} already */
    Optional<IgnoreRule> addRule(IgnoreRule.Criteria criteria, String note, String author);

    /** @return whether there is such a rule */
    boolean changeRule(long id, IgnoreRule.Criteria criteria, String note);

    /** @return whether there is such a rule */
    boolean pauseRule(long id, boolean paused);

    /** Deletes a rule and the counts of what it dropped. @return whether there was such a rule */
    boolean deleteRule(long id);

    /** Switches a default rule off, or on again. @param name at most 64 characters */
    void switchDefault(String name, boolean on);

    /** Adds to the counts of what was dropped, all of it or nothing. */
    void addDrops(List<Drop> drops);

    /** What was dropped, by cause, with as many of the last hours as asked for. */
    Map<String, Dropped> dropped(Instant now, int hours);

    /**
     * Shows the events stored last, the newest first, a few at a time, so that they are never all in memory.
     *
     * @param limit how many, at most 1,000
     * @param visitor called on this thread
     */
    void latestEvents(int limit, Consumer<StoredEvent> visitor);

    /** The name under which is counted what a rule dropped. */
    static String cause(long ruleId) {
        return "rule:" + ruleId;
    }
}
