package io.errortracker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final HandOver<String> queue = new HandOver<>(100, 1_000_000);
    private final List<String> made = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean done = new AtomicBoolean(true);
    private final Worker<String> worker = new Worker<>(
            queue,
            new Worker.Sink<>() {
                @Override
                public void accept(List<Deferred<String>> batch, boolean more) {
                    for (Deferred<String> item : batch) {
                        made.add(item.make());
                    }
                }

                @Override
                public boolean isDone() {
                    return done.get();
                }
            },
            new Worker.Pace(10, Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofHours(1)),
            Thread::new,
            (doing, failure) -> failures.add(doing));

    @AfterEach
    void stop() {
        done.set(true);
        worker.stop(LONG);
    }

    @Test
    void a_flush_waits_until_everything_offered_before_was_given_to_the_sink() {
        for (int i = 0; i < 35; i++) {
            queue.offer(new HandOverTest.Item("e" + i, 1));
        }
        worker.start();

        assertThat(worker.flush(LONG)).isTrue();
        assertThat(made).hasSize(35);
    }

    @Test
    void an_item_that_is_not_settled_waits_and_does_not_hold_up_the_others() throws InterruptedException {
        Open open = new Open();
        CountDownLatch second = new CountDownLatch(1);
        queue.offer(open);
        queue.offer(new Settled<>(() -> {
            second.countDown();
            return "settled";
        }));
        worker.start();

        assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(made).doesNotContain("open");
        open.settled.set(true);
        assertThat(worker.flush(LONG)).isTrue();
        assertThat(made).contains("open");
    }

    @Test
    void a_failing_item_is_told_and_the_worker_goes_on() {
        queue.offer(new Settled<>(() -> {
            throw new IllegalStateException("cannot be made");
        }));
        worker.start();
        worker.flush(LONG);
        queue.offer(new HandOverTest.Item("after", 1));

        assertThat(worker.flush(LONG)).isTrue();
        assertThat(made).containsExactly("after");
        assertThat(failures).containsExactly("working on a batch");
    }

    @Test
    void stopping_gives_what_waits_to_the_sink_even_if_it_is_not_settled() {
        queue.offer(new Open());
        queue.offer(new HandOverTest.Item("last", 1));
        worker.start();

        assertThat(worker.stop(LONG)).isZero();
        assertThat(made).containsExactlyInAnyOrder("open", "last");
        assertThat(queue.offer(new HandOverTest.Item("too late", 1))).isFalse();
    }

    @Test
    void nothing_is_taken_while_the_sink_is_not_done_and_stopping_tells_what_was_left() {
        done.set(false);
        queue.offer(new HandOverTest.Item("a", 1));
        queue.offer(new HandOverTest.Item("b", 1));
        worker.start();

        assertThat(worker.flush(Duration.ofMillis(1))).isFalse();
        assertThat(worker.stop(LONG)).isEqualTo(2);
        assertThat(made).isEmpty();
    }

    private static final class Open implements Deferred<String> {
        final AtomicBoolean settled = new AtomicBoolean();

        @Override
        public boolean isSettled() {
            return settled.get();
        }

        @Override
        public long createdNanos() {
            return System.nanoTime();
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String make() {
            return "open";
        }
    }
}
