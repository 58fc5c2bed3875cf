package io.errortracker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.pipeline.Stages;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.Settled;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of many issues come as fast as they can be written, and no limit but that of bytes stands in their way. */
class FloodTest {
    private static final int EVENTS = 4_000;
    private static final int ISSUES = 60;
    private static final long LIMIT = 5_000_000;
    private static final int RARE = EVENTS - 10;

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
    private final Random random = new Random(7);

    @Test
    void the_file_keeps_to_its_limit_and_each_event_is_stored_or_counted() throws IOException {
        long largest = flood(LIMIT);

        assertThat(largest).isLessThan((long) (1.2 * LIMIT));
        assertThat(health.droppedCount(DropReason.STORE_FULL)).isPositive();
        assertThat(health.storedCount() + health.drops().values().stream().reduce(0L, Long::sum))
                .isEqualTo(EVENTS);
    }

    @Test
    void without_a_limit_the_same_events_take_more() throws IOException {
        assertThat(flood(1L << 40)).isGreaterThan((long) (1.2 * LIMIT));
        assertThat(health.storedCount()).isEqualTo(EVENTS);
    }

    /** @return the largest size of the file */
    private long flood(long limit) throws IOException {
        RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(90), 1_000_000, limit);
        long largest = 0;
        try (JpaStore store = JpaStore.create(new StoreSettings(
                new StoreLocation.File(directory.resolve("errors")), "flood", policy, clock, health))) {
            Pipeline pipeline = pipeline(store);
            for (int from = 0; from < EVENTS; from += 250) {
                pipeline.accept(
                        IntStream.range(from, from + 250)
                                .<Deferred<ErrorEvent>>mapToObj(number -> new Settled<>(() -> flooding(number)))
                                .toList(),
                        true);
                store.retention().makeRoom();
                largest = Math.max(largest, Files.size(directory.resolve("errors.mv.db")));
                clock.pass(Duration.ofMillis(500));
            }
            pipeline.abandon();
            everyIssueHasAnEvent(store);
        }
        return Math.max(largest, Files.size(directory.resolve("errors.mv.db")));
    }

    private static void everyIssueHasAnEvent(JpaStore store) {
        IssueQuery all = new IssueQuery(null, "", null, null, null, IssueQuery.Sort.EVENTS, null, 100);
        assertThat(store.issues(all).issues())
                .hasSize(ISSUES + 1)
                .allSatisfy(issue -> assertThat(store.latestEvent(issue.id())).isPresent());
    }

    private Pipeline pipeline(JpaStore store) {
        Stages stages = new Stages(
                event -> null,
                event -> event,
                event -> event,
                Stages.Hook.NONE,
                FloodTest::grouped,
                fingerprint -> null,
                learnt -> {},
                now -> List.of());
        return new Pipeline(stages, store, item -> null, changes -> {}, health, clock);
    }

    private static GroupedEvent grouped(ErrorEvent event) {
        return Events.grouped(event, event.tags().get("kind"), "it failed");
    }

    /** One of sixty kinds, with two kilobytes of its own; near the end one of a kind that never was before. */
    private ErrorEvent flooding(int number) {
        byte[] noise = new byte[1_500];
        random.nextBytes(noise);
        return ErrorEvent.builder(ErrorEvent.newId(clock.instant()), clock.instant())
                .message(Base64.getEncoder().encodeToString(noise))
                .tag("kind", number == RARE ? "Rare" : "Kind" + number % ISSUES)
                .build();
    }
}
