package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.health.DropReason;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.store.Batch;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoreHealth.State;
import io.errortracker.store.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one file: an old one that is still stopping, or another process. */
class OverlapTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration NEXT_TRY = Duration.ofSeconds(6);
    private final SteppedClock clock = new SteppedClock(NOW);

    @TempDir
    private Path directory;

    private Path path;

    @BeforeEach
    void name() {
        path = directory.resolve("errors");
    }

    @Test
    void the_second_in_one_server_keeps_events_in_memory_and_moves_them_when_the_first_has_closed() {
        GroupedEvent inMemory = Events.by("7", "Second", NOW);
        try (JpaStore second = Stores.file(path, clock)) {
            try (JpaStore first = Stores.file(path, clock)) {
                first.record(Events.stored(Events.of("First", NOW), Events.by("8", "Second", NOW)));
                second.record(new Batch(
                        List.of(inMemory),
                        List.of(Events.of("Second", NOW)),
                        List.of(new Batch.Tally(Events.hash("Second"), NOW, 5))));

                assertThat(second.health().state()).isEqualTo(State.MEMORY_ONLY);
                assertThat(second.health().notices()).singleElement().asString().contains("another instance");
                assertThat(second.issues(IssueQuery.unresolved()).issues()).hasSize(1);
                clock.pass(NEXT_TRY);
                assertThat(second.issues(IssueQuery.unresolved()).issues()).hasSize(1);
            }
            clock.pass(NEXT_TRY);

            Issue moved = second.issues(IssueQuery.unresolved()).issues().stream()
                    .filter(issue -> issue.type().equals("Second"))
                    .findFirst()
                    .orElseThrow();

            assertThat(second.health().state()).isEqualTo(State.OPEN);
            assertThat(second.health().issues()).isEqualTo(2);
            assertThat(moved.events()).isEqualTo(8);
            assertThat(moved.users()).isEqualTo(2);
            assertThat(second.events(moved.id(), null, 10).events())
                    .extracting(StoredEvent::event)
                    .contains(inMemory.event())
                    .hasSize(2);
        }
    }

    @Test
    void what_is_in_memory_is_moved_at_the_latest_when_the_second_closes() {
        JpaStore first = Stores.file(path, clock);
        first.record(Events.stored(Events.of("First", NOW)));
        JpaStore second = Stores.file(path, clock);
        second.record(Events.stored(Events.of("Second", NOW)));
        first.close();
        second.close();

        try (JpaStore third = Stores.file(path, clock)) {
            assertThat(third.issues(IssueQuery.unresolved()).issues())
                    .extracting(Issue::type)
                    .containsExactlyInAnyOrder("First", "Second");
        }
    }

    @Test
    void what_can_nowhere_be_moved_is_counted_as_lost_when_the_second_closes() {
        StoreSettings settings = Stores.settings(new StoreLocation.File(path), clock);
        try (JpaStore first = Stores.file(path, clock);
                JpaStore second = JpaStore.create(settings)) {
            first.record(Events.stored(Events.of("First", NOW)));
            second.record(Events.stored(Events.of("Second", NOW), Events.of("Third", NOW)));
            settings.health().stored(2);
            second.close();

            assertThat(settings.health().storedCount()).isZero();
            assertThat(settings.health().droppedCount(DropReason.SHUTDOWN)).isEqualTo(2);
            assertThat(second.health().notices().get(0)).contains("2 events");
        }
    }

    @Test
    void memory_holds_little() {
        try (JpaStore first = Stores.file(path, clock);
                JpaStore second = Stores.file(path, clock)) {
            first.record(Events.stored(Events.of("First", NOW)));
            IntStream.range(0, 6).forEach(i -> second.record(Events.stored(Events.many(500, "Flood", NOW))));

            assertThat(second.health().events()).isEqualTo(2_000);
            first.close();
            clock.pass(NEXT_TRY);
            assertThat(second.issue("SHOP-2").orElseThrow().events()).isEqualTo(3_000);
        }
    }

    @Test
    void five_times_over_nothing_is_lost() {
        int overlaps = 5;
        JpaStore old = Stores.file(path, clock);
        old.record(Events.stored(Events.of("Redeployed", NOW)));
        for (int i = 0; i < overlaps; i++) {
            JpaStore young = Stores.file(path, clock);
            old.record(Events.stored(Events.of("Redeployed", NOW)));
            young.record(Events.stored(Events.of("Redeployed", NOW)));
            old.close();
            clock.pass(NEXT_TRY);
            old = young;
        }
        Issue issue = old.issue("SHOP-1").orElseThrow();
        State state = old.health().state();
        old.close();

        System.out.println("overlaps=" + overlaps + " events=" + issue.events() + " lost=" + (11 - issue.events()));
        assertThat(state).isEqualTo(State.OPEN);
        assertThat(issue.events()).isEqualTo(11);
    }

    @Test
    void another_process_that_has_the_file_is_waited_for() throws Exception {
        try (StoreProcess other = StoreProcess.holding(path);
                JpaStore store = Stores.file(path, clock)) {
            assertThat(other.line()).isEqualTo("OPEN");
            store.record(Events.stored(Events.of("Waiting", NOW)));
            assertThat(store.health().state()).isEqualTo(State.MEMORY_ONLY);
            assertThat(store.health().notices()).singleElement().asString().contains("another process");

            other.end();
            clock.pass(NEXT_TRY);

            assertThat(store.issues(IssueQuery.unresolved()).issues())
                    .extracting(Issue::type)
                    .containsExactlyInAnyOrder("Held", "Waiting");
            assertThat(store.health().state()).isEqualTo(State.OPEN);
        }
    }

    @Test
    void a_second_one_here_does_not_open_the_file_to_another_process() throws Exception {
        try (JpaStore first = Stores.file(path, clock);
                JpaStore second = Stores.file(path, clock)) {
            first.record(Events.stored(Events.of("First", NOW)));
            second.record(Events.stored(Events.of("Second", NOW)));
            second.close();

            try (StoreProcess other = StoreProcess.holding(path)) {
                assertThat(other.line()).isEqualTo("MEMORY_ONLY");
                other.end();
            }
            first.record(Events.stored(Events.of("First", NOW)));
            assertThat(first.issue("SHOP-1").orElseThrow().events()).isEqualTo(2);
        }
    }
}
