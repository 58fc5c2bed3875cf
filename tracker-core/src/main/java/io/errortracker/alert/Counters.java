package io.errortracker.alert;

import io.errortracker.store.alert.AlertMemory;
import io.errortracker.store.alert.AlertMemory.CounterKey;
import io.errortracker.store.alert.IssueNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counters that a batch moves, read at once and written at once. The cost of an event is that of its slot: history is never
 * looked at, but once for an issue whose counter is new, which begins with the hours that are stored.
 */
final class Counters {
    /** Of the spike rule: the hour that is judged is the last twelve of them. */
    static final Duration SPIKE_SLOT = Duration.ofMinutes(5);

    /** After so long without an event a spike is over. */
    private static final Duration SILENCE = Duration.ofHours(6);

    static final int SLOTS_OF_HOUR = 12;
    static final int BASELINE_HOURS = 24;
    private static final int SPIKE_SLOTS = SLOTS_OF_HOUR * (BASELINE_HOURS + 1);
    private static final int THRESHOLD_SLOTS = 60;

    private final Instant now;
    private final AlertMemory memory;
    private final Map<CounterKey, byte[]> stored;
    private final Map<CounterKey, WindowCounter> moved = new LinkedHashMap<>();

    private Counters(Instant now, AlertMemory memory, Map<CounterKey, byte[]> stored) {
        this.now = now;
        this.memory = memory;
        this.stored = stored;
    }

    static Counters of(List<AlertRule> rules, List<IssueNews> news, Instant now, AlertMemory memory) {
        List<CounterKey> keys = new ArrayList<>();
        for (AlertRule rule : rules) {
            if (counts(rule)) {
                news.forEach(
                        one -> keys.add(new CounterKey(rule.key(), one.issue().id())));
            }
        }
        return new Counters(now, memory, keys.isEmpty() ? Map.of() : memory.counters(keys));
    }

    private static boolean counts(AlertRule rule) {
        return rule.condition() instanceof Condition.Spike || rule.condition() instanceof Condition.Threshold;
    }

    /** The counter of a spike rule after the batch. */
    WindowCounter spike(AlertRule rule, IssueNews news) {
        CounterKey key = new CounterKey(rule.key(), news.issue().id());
        byte[] before = stored.get(key);
        WindowCounter counter = new WindowCounter(SPIKE_SLOT, SPIKE_SLOTS);
        if (before != null) {
            counter.resume(before);
            counter.slideTo(now);
            if (counter.isSilentSince(now.minus(SILENCE))) {
                counter.calm();
            }
        } else if (!news.first()) {
            seed(counter, memory.hours(news.issue().id(), now, BASELINE_HOURS + 1));
        }
        if (before != null || news.first()) {
            counter.add(counter.slot(now), matching(rule, news));
        }
        moved.put(key, counter);
        return counter;
    }

    /** Spreads stored hours over their slots; the current hour over those that have begun. They hold the batch already. */
    private void seed(WindowCounter counter, long[] hours) {
        long current = counter.slot(now);
        long hour = Math.floorDiv(current, SLOTS_OF_HOUR);
        for (int i = 0; i < hours.length; i++) {
            long first = (hour - (hours.length - 1 - i)) * SLOTS_OF_HOUR;
            long last = Math.min(first + SLOTS_OF_HOUR - 1, current);
            long slots = last - first + 1;
            for (long slot = first; slot <= last; slot++) {
                long done = slot - first;
                counter.add(slot, hours[i] * (done + 1) / slots - hours[i] * done / slots);
            }
        }
        counter.slideTo(now);
    }

    /** The counter of a threshold rule after the batch. */
    WindowCounter threshold(AlertRule rule, Condition.Threshold threshold, IssueNews news) {
        CounterKey key = new CounterKey(rule.key(), news.issue().id());
        Duration slot = Duration.ofSeconds(Math.max(1, threshold.window().toSeconds() / THRESHOLD_SLOTS));
        WindowCounter counter =
                new WindowCounter(slot, (int) (threshold.window().toSeconds() / slot.toSeconds()));
        byte[] before = stored.get(key);
        if (before != null) {
            counter.resume(before);
        }
        counter.slideTo(now);
        counter.add(counter.slot(now), matching(rule, news));
        if (threshold.users() > 0) {
            for (IssueNews.Seen seen : news.seen()) {
                Long user = seen.user();
                if (user != null && rule.filter().passes(seen.event())) {
                    counter.addUser(user, now, threshold.users());
                }
            }
        }
        moved.put(key, counter);
        return counter;
    }

    private static long matching(AlertRule rule, IssueNews news) {
        long seen = news.seen().stream()
                .filter(one -> rule.filter().passes(one.event()))
                .count();
        return rule.filter().looksAtEvents() ? seen : seen + news.tallied();
    }

    void keep() {
        if (!moved.isEmpty()) {
            Map<CounterKey, byte[]> bodies = new HashMap<>();
            moved.forEach((key, counter) -> bodies.put(key, counter.toBytes()));
            memory.keep(bodies, now);
        }
    }

    /** The first of the events that a rule looks at; null when there is none. */
    static IssueNews.@Nullable Seen firstMatch(AlertRule rule, IssueNews news) {
        for (IssueNews.Seen seen : news.seen()) {
            if (rule.filter().passes(seen.event())) {
                return seen;
            }
        }
        return null;
    }
}
