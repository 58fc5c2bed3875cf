package io.errortracker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandOverTest {

    @Test
    void a_full_queue_refuses_and_keeps_what_it_has() {
        HandOver<String> queue = new HandOver<>(2, 1_000);

        assertThat(queue.offer(new Item("a", 1))).isTrue();
        assertThat(queue.offer(new Item("b", 1))).isTrue();
        assertThat(queue.offer(new Item("c", 1))).isFalse();

        assertThat(queue.take(10)).extracting(Deferred::make).containsExactly("a", "b");
    }

    @Test
    void what_waits_is_bounded_by_bytes_too() {
        HandOver<String> queue = new HandOver<>(100, 10);

        assertThat(queue.offer(new Item("a", 8))).isTrue();
        assertThat(queue.offer(new Item("b", 8))).isFalse();
        queue.take(1);
        assertThat(queue.offer(new Item("c", 8))).isTrue();
        assertThat(queue.bytes()).isEqualTo(8);
    }

    @Test
    void a_closed_queue_refuses() {
        HandOver<String> queue = new HandOver<>(2, 1_000);
        queue.close();

        assertThat(queue.offer(new Item("a", 1))).isFalse();
    }

    record Item(String make, int weight) implements Deferred<String> {
        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public long createdNanos() {
            return System.nanoTime();
        }
    }
}
