package io.errortracker.ui;

import io.errortracker.store.Dropped;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueStore;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Rules and counts for the tests of the pages; the stored events are those of another store. */
final class InMemoryNoiseStore implements NoiseStore {
    private final IssueStore events;
    private final Clock clock;
    private final Map<Long, IgnoreRule> rules = new LinkedHashMap<>();
    private final Set<String> switchedOff = new TreeSet<>();
    private final Map<String, Dropped> dropped = new HashMap<>();
    private long nextId = 1;

    InMemoryNoiseStore(IssueStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** With rules and a day of counts. */
    static InMemoryNoiseStore filled(IssueStore events, Clock clock) {
        InMemoryNoiseStore store = new InMemoryNoiseStore(events, clock);
        store.addRule(
                Criteria.NONE.exception("java.net.SocketTimeoutException").route("GET /tracking/*"),
                "The carrier's test system sleeps at night",
                "mara");
        store.addRule(Criteria.NONE.userAgent("uptimerobot"), "", "jo");
        store.addRule(
                Criteria.NONE
                        .message("^Basket [0-9]+ was emptied by another tab")
                        .status("409, 5xx"),
                "",
                "jo");
        store.pauseRule(2, true);
        String[] causes = {"rule:1", "rule:3", "client_error", "client_abort", "bot", "health_check", "storm_limit"};
        int[] sizes = {9, 1, 44, 3, 17, 2, 30};
        for (int i = 0; i < causes.length; i++) {
            store.dropped.put(causes[i], day(sizes[i], i));
        }
        store.dropped.put("ignore_rule", day(10, 2));
        return store;
    }

    private static Dropped day(int size, int turn) {
        long[] hours = new long[24];
        long sum = 0;
        for (int i = 0; i < 24; i++) {
            hours[i] = Math.max(
                    0, Math.round(size * (1 + Math.sin((i + turn * 3) / 3.8)) * (i % (2 + turn) == 0 ? 0.4 : 1)));
            sum += hours[i];
        }
        return new Dropped(hours, sum * (11 + turn));
    }

    @Override
    public synchronized Wishes wishes() {
        List<IgnoreRule> newestFirst = new ArrayList<>(rules.values());
        newestFirst.sort(Comparator.comparing(IgnoreRule::id).reversed());
        return new Wishes(newestFirst, switchedOff);
    }

    @Override
    public synchronized Optional<IgnoreRule> addRule(Criteria criteria, String note, String author) {
        if (rules.size() >= MOST_RULES) {
            return Optional.empty();
        }
        IgnoreRule rule = new IgnoreRule(
                nextId++, criteria, note, false, clock.instant().minusSeconds(90_000L * (4 - nextId % 4)), author);
        rules.put(rule.id(), rule);
        return Optional.of(rule);
    }

    @Override
    public synchronized boolean changeRule(long id, Criteria criteria, String note) {
        return change(id, rule -> new IgnoreRule(id, criteria, note, rule.paused(), rule.created(), rule.author()));
    }

    @Override
    public synchronized boolean pauseRule(long id, boolean paused) {
        return change(
                id, rule -> new IgnoreRule(id, rule.criteria(), rule.note(), paused, rule.created(), rule.author()));
    }

    private boolean change(long id, UnaryOperator<IgnoreRule> how) {
        return rules.computeIfPresent(id, (key, rule) -> how.apply(rule)) != null;
    }

    @Override
    public synchronized boolean deleteRule(long id) {
        return rules.remove(id) != null;
    }

    @Override
    public synchronized void switchDefault(String name, boolean on) {
        if (on) {
            switchedOff.remove(name);
        } else {
            switchedOff.add(name);
        }
    }

    @Override
    public void addDrops(List<Drop> drops) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Map<String, Dropped> dropped(Instant now, int hours) {
        return Map.copyOf(dropped);
    }

    @Override
    public void latestEvents(int limit, Consumer<StoredEvent> visitor) {
        events.issues(new IssueQuery(null, "", null, null, null, IssueQuery.Sort.LAST_SEEN, null, 100))
                .issues()
                .forEach(
                        issue -> events.events(issue.id(), null, limit).events().forEach(visitor));
    }
}
