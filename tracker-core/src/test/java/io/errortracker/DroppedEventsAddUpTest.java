package io.errortracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.Dropped;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.NoiseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every captured event is stored or counted as dropped under one reason, whatever threads, rules, limits and hooks do. */
@Timeout(120)
class DroppedEventsAddUpTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int THREADS = 4;
    private static final int EACH = 1_500;

    @TempDir
    Path directory;

    private static final class TeaIsLate extends IOException {
        private static final long serialVersionUID = 1L;

        TeaIsLate(String message) {
            super(message);
        }
    }

    @Test
    void captured_is_stored_and_dropped_and_the_store_remembers_why() throws InterruptedException {
        SelfHealth health;
        long rule;
        try (TrackerRuntime runtime = start()) {
            health = runtime.health();
            rule = runtime.noise()
                    .addRule(Criteria.NONE.exception("java.io.IOException"), "", "jo")
                    .orElseThrow()
                    .id();
            runtime.useHooks(() -> List.of((event, hint) -> {
                if (event.thrown() != null && "boom".equals(event.thrown().value())) {
                    throw new IllegalStateException("a hook of the application's");
                }
                return event;
            }));
            storm(runtime);
            assertThat(runtime.tracker().flush(LONG)).isTrue();
        }

        Map<String, Long> drops = new HashMap<>();
        health.drops().forEach((reason, count) -> drops.put(reason.label(), count));
        long dropped = drops.values().stream().mapToLong(Long::longValue).sum();
        assertThat(health.capturedCount()).isEqualTo(THREADS * EACH);
        assertThat(health.storedCount() + dropped).isEqualTo(health.capturedCount());
        assertThat(drops).containsKeys("ignore_rule", "before_send_failed", "quota", "storm_limit");
        assertThat(health.storedCount()).isBetween(1L, 100L);

        try (TrackerRuntime again = start()) {
            Map<String, Dropped> remembered = again.noise().dropped(Instant.now(), 2);
            drops.put(NoiseStore.cause(rule), drops.get(DropReason.IGNORE_RULE.label()));
            drops.forEach((cause, count) ->
                    assertThat(remembered.get(cause).total()).as(cause).isEqualTo(count));
        }
    }

    /** Each turn another kind of failure, so that rule, hook, storm limit and quota all have their share. */
    private static void storm(TrackerRuntime runtime) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < EACH; i++) {
                    runtime.tracker().captureException(failure(i));
                    if (i % 100 == 0) {
                        runtime.tracker().flush(LONG);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Throwable failure(int turn) {
        return switch (turn % 4) {
            case 0 -> new TeaIsLate("by " + turn + " minutes");
            case 1 -> new IllegalArgumentException("boom");
            case 2 -> new IllegalStateException("again");
            default -> kindOf(turn % 80);
        };
    }

    /** Of a kind of its own for each number: what it says decides the group where there is no stack trace. */
    private static Throwable kindOf(int number) {
        String word = Character.toString('a' + number % 26) + Character.toString('a' + number / 26);
        RuntimeException failure = new UnsupportedOperationException("no " + word + " today");
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }

    private TrackerRuntime start() {
        Map<String, String> settings = Map.of(
                "tracker.store.directory", directory.toString(),
                "tracker.storm.per-minute", "20",
                "tracker.quota.events-per-hour", "100");
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        Deployment deployment = new Deployment(
                getClass().getClassLoader(), "/shop", "Test Server 1.0", Set.of("io.errortracker"), path -> null);
        return TrackerRuntime.start(deployment, config, Clock.systemUTC());
    }
}
