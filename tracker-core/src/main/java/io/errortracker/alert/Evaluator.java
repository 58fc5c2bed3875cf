package io.errortracker.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertMemory;
import io.errortracker.store.alert.AlertWatch;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.FiredAlert.Kind;
import io.errortracker.store.alert.IssueNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what is worth telling. It runs in the transaction that records a batch, holding the lock of each issue it
 * judges, so that nodes that share a store never both fire the same alert, and an alert is stored exactly when its events are.
 *
 * <p>For the writer's thread.
 *
 * @since 0.1.0
 */
public final class Evaluator implements AlertWatch {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double CALM = 0.75;

    private final RuleBook book;
    private final Limits limits;
    private final Supplier<List<AlertAction>> standard;
    private final Runnable afterwards;

    /**
     * How much is told.
     *
     * @param throttle how long a spike or threshold rule keeps quiet about an issue after it fired
     * @param perHour messages in any hour, the digest included; at least 2
     */
    public record Limits(Duration throttle, int perHour) {}

    /**
     * @param standard the ways that are set up: those of a rule that names none
     * @param afterwards is run when something was put into the outbox, before it is committed
     */
    public Evaluator(RuleBook book, Limits limits, Supplier<List<AlertAction>> standard, Runnable afterwards) {
        this.book = book;
        this.limits = limits;
        this.standard = standard;
        this.afterwards = afterwards;
    }

    @Override
    public void consider(List<IssueNews> news, Instant now, AlertMemory memory) {
        List<AlertRule> rules = book.current(now, memory::rules);
        Counters counters = Counters.of(rules, news, now, memory);
        List<Firing> firings = new ArrayList<>();
        for (IssueNews one : news) {
            for (AlertRule rule : rules) {
                String reason = judge(rule, one, counters, now);
                if (reason != null) {
                    firings.add(new Firing(rule, one, reason));
                }
            }
        }
        counters.keep();
        tell(firings, now, memory);
    }

    /** An alert to be. */
    private record Firing(AlertRule rule, IssueNews news, String reason) {}

    /** Counts, whether the rule is awake or not, so that its baseline is true when it wakes. @return why it fires; null when it does not */
    private @Nullable String judge(AlertRule rule, IssueNews news, Counters counters, Instant now) {
        boolean may = rule.isAwake(now)
                && news.issue().status() == IssueStatus.UNRESOLVED
                && rule.filter().passes(news.issue(), now);
        Condition condition = rule.condition();
        if (condition instanceof Condition.Spike spike) {
            return spike(spike, counters.spike(rule, news), may, now);
        }
        if (condition instanceof Condition.Threshold threshold) {
            return threshold(threshold, counters.threshold(rule, threshold, news), may, now);
        }
        return may && hasMatch(rule, news) ? once(condition, news) : null;
    }

    private static boolean hasMatch(AlertRule rule, IssueNews news) {
        return !rule.filter().looksAtEvents() || Counters.firstMatch(rule, news) != null;
    }

    /** What an issue does at most once, or once each time somebody resolved it: never throttled. */
    private static @Nullable String once(Condition condition, IssueNews news) {
        if (condition instanceof Condition.NewIssue) {
            return news.first() ? "This failure was never seen before." : null;
        }
        if (condition instanceof Condition.Regression) {
            return news.regressed() ? "It was resolved, and it is back." : null;
        }
        int most = ((Condition.HighVolume) condition).users();
        long users = news.issue().users();
        return news.usersBefore() <= most && users > most
                ? "More than " + most + " users are affected: " + users + " so far."
                : null;
    }

    /**
     * Fires once for a spike, and again only when it grew to twice what it promised to become. It is over when its hour is a quarter below
     * what makes a spike, or after hours of silence.
     */
    private @Nullable String spike(Condition.Spike spike, WindowCounter counter, boolean may, Instant now) {
        long hour = counter.sum(now, 0, Counters.SLOTS_OF_HOUR);
        double mean =
                (double) counter.sum(now, Counters.SLOTS_OF_HOUR, Counters.SLOTS_OF_HOUR * Counters.BASELINE_HOURS)
                        / Counters.BASELINE_HOURS;
        double least = Math.max(spike.floor(), Math.max(1, mean) * (100 + spike.percent()) / 100);
        if (hour < least * CALM) {
            counter.calm();
        }
        if (hour < least || !may || hour < 2 * counter.level() || counter.firedSince(now.minus(limits.throttle()))) {
            return null;
        }
        counter.fired(now, Math.max(hour, counter.peak(now, Counters.SLOTS_OF_HOUR) * Counters.SLOTS_OF_HOUR));
        return hour + " events in the last hour; the 24 hours before had "
                + (mean < 1 ? "less than one" : String.format(Locale.ROOT, "%.1f", mean)) + " an hour.";
    }

    private @Nullable String threshold(Condition.Threshold threshold, WindowCounter counter, boolean may, Instant now) {
        long events = counter.sum(now, 0, Integer.MAX_VALUE);
        boolean enoughEvents = threshold.events() > 0 && events >= threshold.events();
        boolean enoughUsers = threshold.users() > 0 && counter.users() >= threshold.users();
        boolean reached = threshold.both() ? enoughEvents && enoughUsers : enoughEvents || enoughUsers;
        if (!reached || !may || counter.firedSince(now.minus(limits.throttle()))) {
            return null;
        }
        counter.fired(now, events);
        String users = threshold.users() == 0 ? "" : " by " + counter.users() + " or more users";
        return events + " events" + users + " within " + RuleText.of(threshold.window()) + ".";
    }

    /** One place of the hour is kept for the digest. */
    private void tell(List<Firing> firings, Instant now, AlertMemory memory) {
        if (firings.isEmpty()) {
            return;
        }
        long told = memory.toldSince(now.minus(HOUR));
        for (Firing firing : firings) {
            boolean held = told >= limits.perHour() - 1;
            memory.put(alert(firing, now, memory), held);
            told += held ? 0 : 1;
        }
        afterwards.run();
    }

    private FiredAlert alert(Firing firing, Instant now, AlertMemory memory) {
        AlertRule rule = firing.rule();
        IssueNews.Seen seen = Counters.firstMatch(rule, firing.news());
        return new FiredAlert(
                ErrorEvent.newId(),
                kind(rule.condition()),
                rule.key(),
                rule.name(),
                firing.reason(),
                now,
                Subjects.of(firing.news().issue(), seen == null ? null : seen.event(), memory, now),
                rule.actions().isEmpty() ? standard.get() : rule.actions());
    }

    private static Kind kind(Condition condition) {
        if (condition instanceof Condition.NewIssue) {
            return Kind.NEW_ISSUE;
        }
        if (condition instanceof Condition.Regression) {
            return Kind.REGRESSION;
        }
        if (condition instanceof Condition.Spike) {
            return Kind.SPIKE;
        }
        return condition instanceof Condition.HighVolume ? Kind.HIGH_VOLUME : Kind.CUSTOM;
    }
}
