package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
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
    void no_count_is_lost_at_the_minutes_turn_or_when_a_slot_changes_hands() throws InterruptedException {
        StormGate gate = new StormGate(5, minute::get);
        AtomicLong passed = new AtomicLong();
        AtomicLong told = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        Thread turner = new Thread(() -> {
            while (!done.get()) {
                minute.addAndGet(3);
                gate.drain((kind, turnedAway) -> told.addAndGet(turnedAway));
            }
        });
        turner.start();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int own = i;
            threads.add(new Thread(() -> {
                for (int n = 0; n < 50_000; n++) {
                    if (gate.passes(7 + 1024L * (n % (1 + own % 3)))) {
                        passed.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        done.set(true);
        turner.join();
        gate.drain((kind, turnedAway) -> told.addAndGet(turnedAway));

        assertThat(passed.get() + told.get()).isEqualTo(400_000);
        assertThat(told.get()).as("some were turned away").isPositive();
    }

    @Test
    void an_hour_stores_so_many_events_and_keeps_a_tenth_for_issues_not_seen_in_it() {
        AtomicLong millis = new AtomicLong();
        Quota quota = new Quota(20, clock(millis));

        int flood = 0;
        for (int i = 0; i < 100; i++) {
            flood += quota.admits("flood") ? 1 : 0;
        }
        assertThat(flood).isEqualTo(18);
        assertThat(quota.admits("new")).isTrue();
        assertThat(quota.admits("new")).as("its second").isFalse();
        assertThat(quota.admits("newer")).isTrue();
        assertThat(quota.admits("newest")).as("the hour is full").isFalse();
        millis.addAndGet(3_600_000);
        assertThat(quota.admits("flood")).isTrue();
    }

    @Test
    void no_quota_admits_all() {
        Quota quota = new Quota(0, clock(new AtomicLong()));

        for (int i = 0; i < 100_000; i++) {
            assertThat(quota.admits("a")).isTrue();
        }
    }

    @Test
    void an_issue_stores_so_many_events_a_minute() {
        AtomicLong millis = new AtomicLong();
        StormLimit limit = new StormLimit(2, clock(millis));

        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
        assertThat(limit.admits("b")).isTrue();
        millis.addAndGet(60_000);
        assertThat(limit.admits("a")).isTrue();
    }

    private static Clock clock(AtomicLong millis) {
        return new Clock() {
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
    }

    private static Map<Long, Long> drain(StormGate gate) {
        Map<Long, Long> tallies = new HashMap<>();
        gate.drain(tallies::put);
        return tallies;
    }
}
