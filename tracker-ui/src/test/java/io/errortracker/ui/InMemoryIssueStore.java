package io.errortracker.ui;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.EventPage;
import io.errortracker.store.Facets;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueStore;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Issues for the tests of the pages and of the API. */
public final class InMemoryIssueStore implements IssueStore {
    private final Clock clock;
    private final Map<Long, Issue> issues = new LinkedHashMap<>();
    private final Map<Long, List<ErrorEvent>> events = new HashMap<>();
    private final Map<Long, long[]> hourly = new HashMap<>();
    private final Map<Long, List<Activity>> activity = new HashMap<>();
    private StoreHealth health =
            new StoreHealth(StoreHealth.State.OPEN, "/var/lib/shop/errors.mv.db", 0, 0, 0, List.of(), null, 0);

    public InMemoryIssueStore(Clock clock) {
        this.clock = clock;
    }

    /** @param own its events, newest first @param hours counts, the last of them for the hour of now */
    public synchronized void add(Issue issue, List<ErrorEvent> own, long[] hours, List<Activity> done) {
        issues.put(issue.id(), issue);
        events.put(issue.id(), new ArrayList<>(own));
        hourly.put(issue.id(), hours);
        activity.put(issue.id(), new ArrayList<>(done));
    }

    synchronized void health(StoreHealth newHealth) {
        health = newHealth;
    }

    @Override
    public synchronized IssuePage issues(IssueQuery query) {
        List<Issue> found = issues.values().stream()
                .filter(matches(query))
                .filter(issue -> query.status() == null || issue.status() == query.status())
                .sorted(order(query.sort()))
                .toList();
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        int to = Math.min(found.size(), from + query.limit());
        return new IssuePage(
                found.subList(Math.min(from, to), to),
                to < found.size() ? Integer.toString(to) : null,
                from == 0 ? null : Integer.toString(Math.max(0, from - query.limit())));
    }

    @Override
    public synchronized Map<IssueStatus, Long> countByStatus(IssueQuery query) {
        Map<IssueStatus, Long> counts = new EnumMap<>(IssueStatus.class);
        for (IssueStatus status : IssueStatus.values()) {
            counts.put(
                    status,
                    issues.values().stream()
                            .filter(matches(query))
                            .filter(issue -> issue.status() == status)
                            .count());
        }
        return counts;
    }

    private Predicate<Issue> matches(IssueQuery query) {
        return issue -> contains(issue, query.text())
                && (query.level() == null || issue.level() == query.level())
                && (query.release() == null || seen(issue, query.release(), ErrorEvent::release))
                && (query.environment() == null || seen(issue, query.environment(), ErrorEvent::environment));
    }

    private static boolean contains(Issue issue, String text) {
        String all = (issue.title() + " " + issue.culprit() + " " + issue.transaction() + " " + issue.shortId())
                .toLowerCase(Locale.ROOT);
        return Set.of(text.toLowerCase(Locale.ROOT).split(" ")).stream().allMatch(all::contains);
    }

    private boolean seen(
            Issue issue, String value, java.util.function.Function<ErrorEvent, @Nullable String> property) {
        return events.get(issue.id()).stream().anyMatch(event -> value.equals(property.apply(event)));
    }

    private static Comparator<Issue> order(IssueQuery.Sort sort) {
        return switch (sort) {
            case LAST_SEEN -> Comparator.comparing(Issue::lastSeen).reversed();
            case FIRST_SEEN -> Comparator.comparing(Issue::firstSeen).reversed();
            case EVENTS -> Comparator.comparing(Issue::events).reversed();
            case USERS -> Comparator.comparing(Issue::users).reversed();
        };
    }

    @Override
    public synchronized Optional<Issue> issue(long id) {
        return Optional.ofNullable(issues.get(id));
    }

    @Override
    public synchronized Optional<Issue> issue(String shortId) {
        return issues.values().stream()
                .filter(issue -> issue.shortId().equalsIgnoreCase(shortId))
                .findFirst();
    }

    @Override
    public synchronized EventPage events(long issueId, @Nullable String cursor, int limit) {
        List<ErrorEvent> all = events.getOrDefault(issueId, List.of());
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + limit);
        List<StoredEvent> page = new ArrayList<>();
        for (int i = from; i < to; i++) {
            page.add(stored(issueId, all, i));
        }
        return new EventPage(page, to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public synchronized Optional<StoredEvent> latestEvent(long issueId) {
        List<ErrorEvent> all = events.getOrDefault(issueId, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(stored(issueId, all, 0));
    }

    @Override
    public synchronized Optional<StoredEvent> event(long issueId, String eventId) {
        List<ErrorEvent> all = events.getOrDefault(issueId, List.of());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(eventId)) {
                return Optional.of(stored(issueId, all, i));
            }
        }
        return Optional.empty();
    }

    private static StoredEvent stored(long issueId, List<ErrorEvent> all, int at) {
        ErrorEvent event = all.get(at);
        String type = event.thrown() == null ? "message" : event.thrown().qualifiedType();
        return new StoredEvent(
                event,
                issueId,
                event.timestamp().plusMillis(180),
                List.of("type: " + type, "in-app frames, without line numbers and proxies", "algorithm 1"),
                at + 1 < all.size() ? all.get(at + 1).id() : null,
                at > 0 ? all.get(at - 1).id() : null);
    }

    @Override
    public synchronized Map<Long, long[]> hourly(Collection<Long> ids, Instant now, int hours) {
        Map<Long, long[]> counts = new HashMap<>();
        for (Long id : ids) {
            counts.put(id, last(hourly.getOrDefault(id, new long[0]), hours, now));
        }
        return counts;
    }

    @Override
    public synchronized long[] hourlyTotal(Instant now, int hours) {
        long[] total = new long[hours];
        for (long[] own : hourly.values()) {
            long[] last = last(own, hours, now);
            for (int i = 0; i < hours; i++) {
                total[i] += last[i];
            }
        }
        return total;
    }

    private long[] last(long[] all, int hours, Instant now) {
        int passed =
                (int) Duration.between(clock.instant().truncatedTo(ChronoUnit.HOURS), now.truncatedTo(ChronoUnit.HOURS))
                        .toHours();
        long[] last = new long[hours];
        for (int i = 0; i < hours; i++) {
            int at = all.length - hours + i + passed;
            last[i] = at >= 0 && at < all.length ? all[at] : 0;
        }
        return last;
    }

    @Override
    public synchronized Facets facets() {
        Set<String> environments = new LinkedHashSet<>();
        Set<String> releases = new LinkedHashSet<>();
        events.values().stream().flatMap(List::stream).forEach(event -> {
            Optional.ofNullable(event.environment()).ifPresent(environments::add);
            Optional.ofNullable(event.release()).ifPresent(releases::add);
        });
        return new Facets(List.copyOf(environments), List.copyOf(releases));
    }

    @Override
    public synchronized List<Activity> activity(long issueId, int limit) {
        return activity.getOrDefault(issueId, List.of()).stream().limit(limit).toList();
    }

    @Override
    public synchronized int setStatus(Collection<Long> ids, IssueStatus status, String actor) {
        int changed = 0;
        for (Long id : ids) {
            Issue issue = issues.get(id);
            if (issue != null && issue.status() != status) {
                issues.put(id, withStatus(issue, status, clock.instant()));
                activity.get(id).add(0, new Activity(clock.instant(), kind(status), actor, null));
                changed++;
            }
        }
        return changed;
    }

    private static Activity.Kind kind(IssueStatus status) {
        return switch (status) {
            case RESOLVED -> Activity.Kind.RESOLVED;
            case IGNORED -> Activity.Kind.IGNORED;
            case UNRESOLVED -> Activity.Kind.REOPENED;
        };
    }

    private static Issue withStatus(Issue issue, IssueStatus status, Instant now) {
        return new Issue(
                issue.id(),
                issue.shortId(),
                issue.fingerprint(),
                issue.algorithm(),
                issue.type(),
                issue.value(),
                issue.culprit(),
                issue.transaction(),
                issue.level(),
                issue.platform(),
                status,
                false,
                issue.firstSeen(),
                issue.lastSeen(),
                issue.firstRelease(),
                issue.lastRelease(),
                issue.events(),
                issue.users(),
                now);
    }

    @Override
    public synchronized int delete(Collection<Long> ids, String actor) {
        int deleted = 0;
        for (Long id : ids) {
            deleted += issues.remove(id) == null ? 0 : 1;
        }
        return deleted;
    }

    @Override
    public synchronized StoreHealth health() {
        return health;
    }
}
