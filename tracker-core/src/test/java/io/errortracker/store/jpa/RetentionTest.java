package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.issue.Issue;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final long MUCH = 1L << 40;
    private final SteppedClock clock = new SteppedClock(NOW);

    @Test
    void events_beyond_the_number_go_where_most_are_but_never_the_first_and_the_newest_of_an_issue() {
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 100, MUCH))) {
            store.record(Events.stored(Events.many(3, "Old", NOW)));
            store.record(Events.stored(Events.many(1_200, "Busy", NOW)));
            AtomicInteger pauses = new AtomicInteger();

            RetentionReport report = store.retention().run(NOW, pauses::incrementAndGet);

            assertThat(report.removed()).isEqualTo(1_103);
            assertThat(report.left()).isEqualTo(100);
            assertThat(pauses).hasValueBetween(3, 20);
            assertThat(events(store, "Old")).hasSize(3);
            List<StoredEvent> busy = events(store, "Busy");
            assertThat(busy).hasSize(97);
            assertThat(busy.get(0).event().timestamp()).isEqualTo(NOW.plusMillis(1_199));
            assertThat(busy.get(96).event().timestamp()).isEqualTo(NOW);
            assertThat(issue(store, "Busy").events()).isEqualTo(1_200);
        }
    }

    @Test
    void many_small_issues_give_together_and_none_gives_all() {
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 300, MUCH))) {
            for (int i = 0; i < 60; i++) {
                store.record(Events.stored(Events.many(10, "Small" + i, NOW.plusSeconds(i))));
            }
            AtomicInteger pauses = new AtomicInteger();

            store.retention().run(NOW, pauses::incrementAndGet);

            assertThat(pauses).hasValueLessThan(20);
            for (int i = 0; i < 60; i++) {
                assertThat(events(store, "Small" + i)).hasSizeBetween(3, 8);
            }
        }
    }

    @Test
    void what_is_left_of_an_issue_is_spread_over_its_whole_life_and_densest_at_its_end() {
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 100, MUCH))) {
            for (int day = 0; day < 40; day++) {
                store.record(Events.stored(Events.many(40, "Busy", NOW.plus(Duration.ofDays(day)))));
                store.retention().run(NOW.plus(Duration.ofDays(day)), () -> {});
            }

            int[] byTenDays = new int[4];
            for (StoredEvent stored : events(store, "Busy")) {
                byTenDays[
                        (int) Duration.between(NOW, stored.event().timestamp()).toDays() / 10]++;
            }
            assertThat(byTenDays[0] + byTenDays[1] + byTenDays[2] + byTenDays[3])
                    .isEqualTo(100);
            assertThat(byTenDays[0]).as("its first days").isGreaterThanOrEqualTo(3);
            assertThat(byTenDays[1]).isGreaterThanOrEqualTo(byTenDays[0] / 2);
            assertThat(byTenDays[3]).as("its last days").isGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void the_first_events_go_before_the_newest_when_nothing_else_is_left() {
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 3, MUCH))) {
            for (int i = 0; i < 5; i++) {
                store.record(Events.stored(Events.many(4, "Type" + i, NOW.plusSeconds(i))));
            }

            store.retention().run(NOW, () -> {});

            assertThat(events(store, "Type0")).isEmpty();
            assertThat(events(store, "Type4"))
                    .singleElement()
                    .extracting(stored -> stored.event().timestamp())
                    .isEqualTo(NOW.plusSeconds(4).plusMillis(3));
            assertThat(store.health().issues()).isEqualTo(5);
        }
    }

    @Test
    void events_received_too_long_ago_all_go_whatever_time_they_claim() {
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 1_000, MUCH))) {
            store.record(Events.stored(Events.of("Future", NOW.plus(Duration.ofDays(3_000)))));
            clock.pass(Duration.ofDays(60));
            store.record(Events.stored(Events.of("Past", NOW.minus(Duration.ofDays(3_000)))));
            clock.pass(Duration.ofDays(31));

            RetentionReport report = store.retention().run(clock.instant(), () -> {});

            assertThat(report.removed()).isEqualTo(1);
            assertThat(events(store, "Future")).isEmpty();
            assertThat(events(store, "Past")).hasSize(1);
        }
    }

    @Test
    void events_go_until_what_is_left_fits_the_bytes() {
        long limit = 1L << 20;
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 1_000_000, limit))) {
            store.record(Events.stored(Events.many(1_500, "Big", NOW)));

            RetentionReport report = store.retention().run(NOW, () -> {});

            assertThat(report.removed()).isPositive();
            assertThat(report.bytes()).isBetween(limit / 2, limit);
            assertThat(store.retention().run(NOW, () -> {}).removed()).isZero();
            StoreHealth health = store.health();
            assertThat(health.lastRetention()).isEqualTo(NOW);
            assertThat(health.removedByRetention()).isEqualTo(report.removed());
        }
    }

    @Test
    void the_names_seen_last_are_kept() {
        try (JpaStore store = store(new RetentionPolicy(Duration.ofDays(90), 1_000_000, MUCH))) {
            store.record(Events.stored(java.util.stream.IntStream.range(0, 1_100)
                    .mapToObj(i -> Events.of("Many", NOW.plusMillis(i), event -> event.release("r" + i)))
                    .toList()));

            store.retention().run(NOW, () -> {});

            assertThat(found(store, "r99")).isEmpty();
            assertThat(found(store, "r100")).hasSize(1);
            assertThat(store.facets().releases()).hasSize(100).startsWith("r1099", "r1098");
        }
    }

    private JpaStore store(RetentionPolicy policy) {
        return JpaStore.create(Stores.settings(new StoreLocation.Memory(), clock, policy));
    }

    private static List<StoredEvent> events(JpaStore store, String type) {
        return store.events(issue(store, type).id(), null, 100).events();
    }

    private static Issue issue(JpaStore store, String type) {
        return store.issues(new IssueQuery(null, type, null, null, null, IssueQuery.Sort.EVENTS, null, 1))
                .issues()
                .get(0);
    }

    private static List<Issue> found(JpaStore store, String release) {
        return store.issues(new IssueQuery(null, "", null, release, null, IssueQuery.Sort.EVENTS, null, 1))
                .issues();
    }
}
