package io.errortracker.benchmarks.store;

import io.errortracker.SteppedClock;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueQuery.Sort;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.StoredEvent;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long people wait for their pages with a month of many events in the store. With a directory that holds such a store already it measures
 * the first page of a JVM, too, with all that is opened for it.
 */
public final class MeasureStore {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 200;
    private static final int PAGE = 50;

    private final JpaStore store;
    private final Instant now;

    private MeasureStore(JpaStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    public static void main(String[] arguments) throws IOException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int issues = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Path directory = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("measure-store");
        Files.createDirectories(directory);
        SteppedClock clock = new SteppedClock(SampleMonth.BEGIN);
        if (!Files.exists(directory.resolve("errors.mv.db"))) {
            try (JpaStore store = open(directory, clock)) {
                new SampleMonth(events, issues, clock).record(store, store.retention()::makeRoom);
            }
        }
        clock.set(SampleMonth.END);
        long begun = System.nanoTime();
        try (JpaStore store = open(directory, clock)) {
            new MeasureStore(store, SampleMonth.END).run(begun);
        }
    }

    private static JpaStore open(Path directory, Clock clock) {
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.benchmarks"));
        RetentionPolicy all = new RetentionPolicy(Duration.ofDays(36_500), 100_000_000, 1L << 40);
        return JpaStore.create(
                new StoreSettings(new StoreLocation.File(directory.resolve("errors")), "BENCH", all, clock, health));
    }

    private void run(long begun) {
        pageWithSparklines(unresolved(Sort.LAST_SEEN));
        System.out.printf("first page, opening included: %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        System.out.printf("the file has %d MB%n", store.health().bytes() / 1_000_000);
        lists();
        details();
        measure("releases", () -> store.releases().releases(100));
        measure("tracker health", store::health);
    }

    private void lists() {
        for (Sort sort : Sort.values()) {
            measure("list by " + sort, () -> store.issues(unresolved(sort)));
        }
        measure("list of all statuses", () -> store.issues(query(null, "", null, null, null)));
        String next = store.issues(unresolved(Sort.LAST_SEEN)).next();
        measure("next page", () -> store.issues(unresolved(Sort.LAST_SEEN).withCursor(next)));
        String far = far();
        measure("page 200", () -> store.issues(unresolved(Sort.LAST_SEEN).withCursor(far)));
        measure("list and sparklines", () -> pageWithSparklines(unresolved(Sort.LAST_SEEN)));
        measure("list, sparklines, tabs, filters", () -> wholePage(unresolved(Sort.LAST_SEEN)));
        measure("tabs", () -> store.countByStatus(unresolved(Sort.LAST_SEEN)));
        measure("sum of all by hour, 24 h", () -> store.hourlyTotal(now, 24));
        measure("sum of all by hour, 30 d", () -> store.hourlyTotal(now, 24 * 30));
        filter("environment production", query(IssueStatus.UNRESOLVED, "", "production", null, null));
        filter("environment dev (few)", query(IssueStatus.UNRESOLVED, "", "dev", null, null));
        filter("release of the last day", query(IssueStatus.UNRESOLVED, "", null, "1.29", null));
        filter("level warning", query(IssueStatus.UNRESOLVED, "", null, null, io.errortracker.event.Level.WARNING));
        filter("text, 13 % match", query(IssueStatus.UNRESOLVED, "saffron", null, null, null));
        filter("text, none match", query(IssueStatus.UNRESOLVED, "nowhere", null, null, null));
        filter("text and environment", query(IssueStatus.UNRESOLVED, "saffron", "production", null, null));
    }

    private void filter(String name, IssueQuery query) {
        measure(name, () -> store.issues(query));
        measure(name + ", tabs", () -> store.countByStatus(query));
    }

    private void details() {
        List<Issue> largest = store.issues(unresolved(Sort.EVENTS)).issues();
        Issue hot = largest.get(0);
        System.out.println("the largest issue has " + hot.events() + " events, " + hot.users() + " users");
        for (Issue issue :
                List.of(hot, store.issues(unresolved(Sort.FIRST_SEEN)).issues().get(0))) {
            String name = issue.events() + " events: ";
            measure(name + "issue", () -> store.issue(issue.id()));
            measure(name + "latest event", () -> store.latestEvent(issue.id()));
            measure(name + "chart, 24 h", () -> store.hourly(List.of(issue.id()), now, 24));
            measure(name + "chart, 30 d", () -> store.hourly(List.of(issue.id()), now, 24 * 30));
            measure(name + "activity", () -> store.activity(issue.id(), 20));
            measure(name + "50 events", () -> store.events(issue.id(), null, PAGE));
        }
        StoredEvent middle = store.events(hot.id(), null, 100).events().get(50);
        measure("previous event", () -> store.event(hot.id(), String.valueOf(middle.older())));
    }

    private IssuePage pageWithSparklines(IssueQuery query) {
        IssuePage page = store.issues(query);
        store.hourly(page.issues().stream().map(Issue::id).toList(), now, 24);
        return page;
    }

    private IssuePage wholePage(IssueQuery query) {
        store.countByStatus(query);
        store.facets();
        return pageWithSparklines(query);
    }

    private String far() {
        String cursor = null;
        for (int page = 0; page < 199; page++) {
            String next =
                    store.issues(unresolved(Sort.LAST_SEEN).withCursor(cursor)).next();
            cursor = next == null ? cursor : next;
        }
        return String.valueOf(cursor);
    }

    private static IssueQuery unresolved(Sort sort) {
        return new IssueQuery(IssueStatus.UNRESOLVED, "", null, null, null, sort, null, PAGE);
    }

    private static IssueQuery query(
            @Nullable IssueStatus status,
            String text,
            @Nullable String environment,
            @Nullable String release,
            io.errortracker.event.@Nullable Level level) {
        return new IssueQuery(status, text, environment, release, level, Sort.LAST_SEEN, null, PAGE);
    }

    private static void measure(String name, Runnable query) {
        for (int i = 0; i < WARM_UP; i++) {
            query.run();
        }
        long[] took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            query.run();
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        System.out.printf(
                "%-45s p50 %7.2f ms  p95 %7.2f ms%n", name, took[ROUNDS / 2] / 1e6, took[ROUNDS * 95 / 100] / 1e6);
    }
}
