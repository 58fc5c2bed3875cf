package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.SessionUpdate;
import io.errortracker.store.ReleaseHealth.Day;
import io.errortracker.store.ReleaseHealthStore;
import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database must do for the health of releases. */
abstract class ReleaseHealthContract implements Located {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:00Z");
    private static final String RELEASE = "shop@1.4.2";

    private final SteppedClock clock = new SteppedClock(NOW);

    private JpaStore store() {
        RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(90), 1_000, 1L << 30);
        return JpaStore.create(Stores.settings(location(), clock, policy));
    }

    private static SessionUpdate of(String sid, int errored, int crashed) {
        return new SessionUpdate(sid, RELEASE, "production", NOW, 1, errored, crashed);
    }

    private static SessionUpdate counted(String release, String environment, Instant started, long... numbers) {
        return new SessionUpdate(null, release, environment, started, numbers[0], numbers[1], numbers[2]);
    }

    private static Day total(ReleaseHealthStore health, @Nullable String environment) {
        var found = health.health(environment, NOW, 14).get(RELEASE);
        return found == null ? Day.NONE : found.total();
    }

    @Test
    void a_session_counts_once_under_the_worst_that_was_told_of_it() {
        try (JpaStore store = store()) {
            ReleaseHealthStore health = store.releaseHealth();
            health.record(List.of(of("a", 0, 0), of("b", 0, 0)));
            assertThat(total(health, null)).isEqualTo(new Day(2, 0, 0));

            health.record(List.of(of("a", 1, 0), of("a", 1, 0)));
            health.record(List.of(of("a", 1, 0)));
            assertThat(total(health, null)).isEqualTo(new Day(2, 1, 0));

            health.record(List.of(of("a", 1, 1)));
            health.record(List.of(of("a", 1, 1), of("a", 1, 0), of("a", 0, 0)));
            assertThat(total(health, null)).isEqualTo(new Day(2, 1, 1));

            health.record(List.of(of("c", 1, 1)));
            assertThat(total(health, null)).as("its beginning was lost").isEqualTo(new Day(3, 2, 2));
        }
    }

    @Test
    void the_order_and_the_batches_in_which_updates_come_make_no_difference() {
        List<SessionUpdate> updates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            updates.add(of("s" + i, 0, 0));
            updates.add(of("s" + i, i % 2, 0));
            updates.add(of("s" + i, i % 2, i % 4 == 3 ? 1 : 0));
        }
        for (int seed = 0; seed < 5; seed++) {
            try (JpaStore store = store()) {
                Random random = new Random(seed);
                Collections.shuffle(updates, random);
                int from = 0;
                while (from < updates.size()) {
                    int to = Math.min(updates.size(), from + 1 + random.nextInt(30));
                    store.releaseHealth().record(updates.subList(from, to));
                    from = to;
                }
                assertThat(total(store.releaseHealth(), null))
                        .as("seed " + seed)
                        .isEqualTo(new Day(40, 20, 10));
            }
        }
    }

    @Test
    void what_clients_counted_themselves_is_added_by_release_environment_and_day() {
        try (JpaStore store = store()) {
            ReleaseHealthStore health = store.releaseHealth();
            Instant yesterday = NOW.minus(Duration.ofDays(1));
            health.record(List.of(
                    counted(RELEASE, "production", NOW, 100, 7, 2),
                    counted(RELEASE, "production", yesterday, 50, 1, 0),
                    counted(RELEASE, "staging", NOW, 10, 10, 10),
                    counted("shop@1.4.3", "production", NOW, 5, 0, 0)));
            health.record(List.of(counted(RELEASE, "production", NOW, 1, 0, 0)));

            assertThat(total(health, null)).isEqualTo(new Day(161, 18, 12));
            assertThat(total(health, "staging")).isEqualTo(new Day(10, 10, 10));
            List<Day> days = health.health("production", NOW, 3).get(RELEASE).days();
            assertThat(days).containsExactly(Day.NONE, new Day(50, 1, 0), new Day(101, 7, 2));
            assertThat(store.releases().releases(10))
                    .extracting(ReleaseInfo::version)
                    .containsExactlyInAnyOrder(RELEASE, "shop@1.4.3");
        }
    }

    @Test
    void sessions_of_long_ago_do_not_count_and_a_clock_ahead_is_now() {
        try (JpaStore store = store()) {
            ReleaseHealthStore health = store.releaseHealth();
            health.record(List.of(
                    of("old", 0, 0).startedAt(NOW.minus(Duration.ofDays(3))),
                    of("late", 0, 0).startedAt(NOW.minus(Duration.ofHours(71))),
                    of("ahead", 0, 0).startedAt(NOW.plus(Duration.ofDays(300)))));

            assertThat(total(health, null)).isEqualTo(new Day(2, 0, 0));
        }
    }

    @Test
    void there_are_never_more_releases_and_environments_than_may_be() {
        try (JpaStore store = store()) {
            ReleaseHealthStore health = store.releaseHealth();
            List<SessionUpdate> forged = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                forged.add(counted("forged " + i, "production", NOW, 1, 0, 0));
            }
            health.record(forged);
            health.record(List.of(counted("forged 3", "production", NOW, 1, 0, 0)));

            var all = health.health(null, NOW, 14);
            assertThat(all).hasSize(ReleaseHealthStore.MOST_GROUPS);
            assertThat(all.get("forged 3").total().sessions()).isEqualTo(2);
        }
    }

    @Test
    void counters_are_kept_as_long_as_events_and_deployments_as_long_as_their_release() {
        try (JpaStore store = store()) {
            store.releaseHealth().record(List.of(of("a", 1, 0)));
            for (String release : List.of("old", "deployed", RELEASE)) {
                store.releases().deployed(release, deploy(NOW));
            }
            clock.pass(Duration.ofDays(89));
            store.releases().deployed("deployed", deploy(clock.instant()));
            store.retention().run(clock.instant(), () -> {});
            assertThat(store.releases().deploys("old")).hasSize(1);

            clock.pass(Duration.ofDays(2));
            store.retention().run(clock.instant(), () -> {});
            store.retention().run(clock.instant(), () -> {});

            assertThat(store.releaseHealth().health(null, NOW, 14)).isEmpty();
            assertThat(store.releases().deploys("old")).isEmpty();
            assertThat(store.releases().deploys(RELEASE)).isEmpty();
            assertThat(store.releases().deploys("deployed")).hasSize(2);
            assertThat(store.releases().releases(10))
                    .extracting(ReleaseInfo::version)
                    .containsExactly("deployed");
        }
    }

    private static ReleaseInfo.Deploy deploy(Instant finished) {
        return new ReleaseInfo.Deploy(0, "production", null, null, null, finished);
    }
}
