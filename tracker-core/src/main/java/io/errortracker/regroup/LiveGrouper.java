package io.errortracker.regroup;

import io.errortracker.event.ErrorEvent;
import io.errortracker.group.Grouper;
import io.errortracker.group.GroupingRuleException;
import io.errortracker.group.GroupingRules;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.GroupingRuleShelf;
import io.errortracker.store.GroupingRuleShelf.Revision;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Groups by the rules that people wrote on the pages of any node that shares the store, then by those of the configuration, then by the
 * algorithm.
 *
 * <p>Rules are read again with an event that comes five seconds or more after they were read last, so that they apply everywhere within
 * seconds and an application without errors asks nothing. While they cannot be read, or understood, the last known ones apply.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class LiveGrouper {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String configured;
    private final GroupingRuleShelf shelf;
    private final UnaryOperator<ErrorEvent> readable;
    private final SelfHealth health;
    private final Clock clock;
    private volatile Grouper grouper;
    private long revision;
    private volatile Instant refreshAt = Instant.MIN;

    /**
     * @param configured the rules of the configuration as text; empty for none
     * @throws GroupingRuleException when they cannot be understood
     */
    public LiveGrouper(String configured, GroupingRuleShelf shelf, SelfHealth health, Clock clock) {
        this(configured, shelf, event -> event, health, clock);
    }

    /**
     * @param configured the rules of the configuration as text; empty for none
     * @param readable makes of an event as it is stored what it is grouped by: with the original frames of minified code
     * @throws GroupingRuleException when they cannot be understood
     */
    public LiveGrouper(
            String configured,
            GroupingRuleShelf shelf,
            UnaryOperator<ErrorEvent> readable,
            SelfHealth health,
            Clock clock) {
        this.configured = configured;
        this.shelf = shelf;
        this.readable = readable;
        this.health = health;
        this.clock = clock;
        this.grouper = new Grouper(GroupingRules.parse(configured));
    }

    /** The rules of the configuration, as text */
    public String configured() {
        return configured;
    }

    /** A grouper that asks these rules before those of the configuration */
    public Grouper with(String rules) {
        GroupingRules own = GroupingRules.parse(rules);
        return new Grouper(
                own.size() == 0 ? GroupingRules.parse(configured) : GroupingRules.parse(rules + "\n" + configured));
    }

    /** Has the rules read again with the next event */
    public void forget() {
        refreshAt = Instant.MIN;
    }

    /** The event with its fingerprints and headline. */
    public GroupedEvent group(ErrorEvent event) {
        Instant now = clock.instant();
        if (!now.isBefore(refreshAt)) {
            refreshAt = now.plus(EVERY);
            refresh();
        }
        return grouper.group(readable(event)).with(event);
    }

    /** What an event is grouped by. */
    ErrorEvent readable(ErrorEvent event) {
        return readable.apply(event);
    }

    private synchronized void refresh() {
        try {
            Revision newest = shelf.newest().orElse(null);
            if (newest != null && newest.number() != revision) {
                revision = newest.number();
                grouper = with(newest.body());
            }
        } catch (StoreUnavailableException later) {
            // told by those who write events; the rules known last apply
            refreshAt = clock.instant().plus(EVERY);
        } catch (GroupingRuleException broken) {
            health.failed("reading the grouping rules of the pages", broken);
        }
    }
}
