package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StormTest {
    private final AtomicLong minute = new AtomicLong(100);

    @Test
    void beyond_its_budget_a_kind_is_turned_away_until_the_next_minute() {
        StormGate gate = new StormGate(3, minute::get);

        for (int i = 0; i < 3; i++) {
            assertThat(gate.passes(7)).isTrue();
        }
        assertThat(gate.passes(7)).isFalse();
        assertThat(gate.passes(8)).as("another kind").isTrue();
        minute.incrementAndGet();
        assertThat(gate.passes(7)).isTrue();
    }

    @Test
    void what_was_turned_away_is_told_once() {
        StormGate gate = new StormGate(1, minute::get);
        for (int i = 0; i < 5; i++) {
            gate.passes(7);
        }

        assertThat(drain(gate)).containsExactly(Map.entry(7L, 4L));
        assertThat(drain(gate)).isEmpty();
    }

    @Test
    void a_kind_that_shares_a_slot_passes_and_loses_nobodys_count() {
        StormGate gate = new StormGate(1, minute::get);
        gate.passes(1);
        gate.passes(1);
        minute.addAndGet(10);

        assertThat(gate.passes(1 + 1024)).isTrue();
        assertThat(gate.passes(1 + 1024)).isTrue();
        assertThat(drain(gate)).containsExactly(Map.entry(1L, 1L));
        assertThat(gate.passes(1 + 1024)).isTrue();
        assertThat(gate.passes(1 + 1024)).as("it has the slot now").isFalse();
    }

    @Test
    void passed_and_turned_away_add_up_whatever_the_threads_do() throws InterruptedException {
        StormGate gate = new StormGate(100, minute::get);
        AtomicLong passed = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 20_000; n++) {
                    if (gate.passes(n % 3)) {
                        passed.incrementAndGet();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        long turnedAway =
                drain(gate).values().stream().mapToLong(Long::longValue).sum();
        assertThat(passed.get() + turnedAway).isEqualTo(160_000);
        assertThat(passed.get()).isEqualTo(300);
    }

    @Test
    void an_issue_stores_so_many_events_a_minute() {
        AtomicLong millis = new AtomicLong();
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.get());
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        StormLimit limit = new StormLimit(2, clock);

        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
        assertThat(limit.admits("b")).isTrue();
        millis.addAndGet(60_000);
        assertThat(limit.admits("a")).isTrue();
    }

    private static Map<Long, Long> drain(StormGate gate) {
        Map<Long, Long> tallies = new HashMap<>();
        gate.drain(tallies::put);
        return tallies;
    }
}
