package io.errortracker.alert;

import io.errortracker.issue.Issue;
import io.errortracker.store.alert.RuleShelf.IssueHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule would have fired in the last seven days, as far as stored counters tell: events are counted by the hour, users over the
 * issue's whole life.
 *
 * @param times how often
 * @param hits for which issues, the most often first
 * @param doubts what could not be taken into account, a sentence each
 * @since 0.1.0
 */
public record Preview(long times, List<Hit> hits, List<String> doubts) {
    /** How many hours of counters are looked at: a week, and the day before it as its first baseline. */
    static final int HOURS = 24 * 8;

    private static final int DAY = 24;
    private static final Duration WEEK = Duration.ofDays(7);

    /** An issue it would have fired for. */
    public record Hit(Issue issue, long times) {}

    static Preview of(AlertRule rule, List<IssueHistory> histories, Instant now) {
        List<Hit> hits = new ArrayList<>();
        for (IssueHistory history : histories) {
            long times = isLookedAt(rule.filter(), history) ? times(rule.condition(), history, now) : 0;
            if (times > 0) {
                hits.add(new Hit(history.issue(), times));
            }
        }
        hits.sort(Comparator.comparingLong(Hit::times).reversed());
        return new Preview(hits.stream().mapToLong(Hit::times).sum(), List.copyOf(hits), doubts(rule));
    }

    private static boolean isLookedAt(EventFilter filter, IssueHistory history) {
        return any(filter.environment(), history.environments())
                && any(filter.release(), history.releases())
                && EventFilter.matches(filter.entryPoint(), history.issue().transaction())
                && (filter.level() == null || history.issue().level().compareTo(filter.level()) <= 0);
    }

    private static boolean any(@Nullable String wanted, List<String> names) {
        return wanted == null || names.stream().anyMatch(name -> EventFilter.matches(wanted, name));
    }

    private static long times(Condition condition, IssueHistory history, Instant now) {
        Instant since = now.minus(WEEK);
        Issue issue = history.issue();
        if (condition instanceof Condition.NewIssue) {
            return issue.firstSeen().isAfter(since) ? 1 : 0;
        }
        if (condition instanceof Condition.Regression) {
            return history.regressions().stream()
                    .filter(when -> when.isAfter(since))
                    .count();
        }
        if (condition instanceof Condition.HighVolume volume) {
            return issue.users() > volume.users() ? 1 : 0;
        }
        return condition instanceof Condition.Spike spike
                ? spikes(spike, history.hours())
                : reached((Condition.Threshold) condition, history);
    }

    private static long spikes(Condition.Spike spike, long... hours) {
        long times = 0;
        long level = 0;
        for (int hour = DAY; hour < hours.length; hour++) {
            double mean = (double) sum(hours, hour - DAY, hour) / DAY;
            double least = Math.max(spike.floor(), Math.max(1, mean) * (100 + spike.percent()) / 100);
            level = hours[hour] < least * 0.75 ? 0 : level;
            if (hours[hour] >= least && hours[hour] >= 2 * level) {
                level = hours[hour];
                times++;
            }
        }
        return times;
    }

    private static long reached(Condition.Threshold threshold, IssueHistory history) {
        long[] hours = history.hours();
        int window = (int) Math.max(1, threshold.window().plusMinutes(59).toHours());
        boolean users = threshold.users() > 0 && history.issue().users() >= threshold.users();
        long times = 0;
        for (int hour = DAY; hour < hours.length; hour++) {
            boolean events = threshold.events() > 0 && sum(hours, hour + 1 - window, hour + 1) >= threshold.events();
            boolean happened = hours[hour] > 0;
            boolean both = threshold.both() ? events && users : events || users;
            times += happened && both ? 1 : 0;
        }
        return times;
    }

    private static long sum(long[] hours, int from, int to) {
        long sum = 0;
        for (int hour = Math.max(0, from); hour < to; hour++) {
            sum += hours[hour];
        }
        return sum;
    }

    private static List<String> doubts(AlertRule rule) {
        List<String> doubts = new ArrayList<>();
        Condition condition = rule.condition();
        if (condition instanceof Condition.HighVolume) {
            doubts.add("When an issue met so many users is not stored, so older issues may be among them.");
        }
        if (condition instanceof Condition.Threshold threshold) {
            doubts.add("Counters are kept by the hour: at most once an hour is counted"
                    + (threshold.window().toMinutes() < 60 ? ", and a whole hour is taken for the window." : "."));
        }
        if (asksForUsers(condition)) {
            doubts.add("Users are counted over an issue's whole life.");
        }
        EventFilter filter = rule.filter();
        if (!filter.tags().isEmpty() || filter.youngerThan() != null || filter.olderThan() != null) {
            doubts.add("Tags and the age of the issue are not taken into account.");
        }
        if (filter.looksAtEvents()
                && !Set.of(Condition.NewIssue.class, Condition.Regression.class).contains(condition.getClass())) {
            doubts.add("All events of an issue are counted once one of them passes the filter.");
        }
        return List.copyOf(doubts);
    }

    private static boolean asksForUsers(Condition condition) {
        return condition instanceof Condition.Threshold threshold && threshold.users() > 0;
    }
}
