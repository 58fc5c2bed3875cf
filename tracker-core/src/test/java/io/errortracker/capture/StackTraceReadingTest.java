package io.errortracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.HandOver;
import io.errortracker.queue.Worker;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Scopes;
import io.errortracker.scope.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who reads a stack trace, and how long a throwable is kept for it. */
@Timeout(60)
class StackTraceReadingTest {
    private static final Sighting MANUAL = Sighting.of("manual", true);
    private static final int ROOM = 1_000;

    private final SelfHealth health = new SelfHealth(Clock.systemUTC(), System.getLogger("io.errortracker.test"));
    private final HandOver<ErrorEvent> queue = new HandOver<>(ROOM, 100_000_000);
    private final Scopes scopes = new Scopes();
    private final AppFacts app = new AppFacts("test", null, null, null, Map.of(), className -> true);
    private final Capturer capturer = new Capturer(
            queue,
            scopes,
            new EventMaker(app, exception -> exception),
            Admission.ALL,
            new Reentrancy(),
            health,
            Clock.systemUTC(),
            () -> false,
            () -> null);

    @AfterEach
    void leaveTheScope() {
        scopes.restore(null);
    }

    @Test
    void the_failing_thread_reads_no_stack_trace_while_the_worker_keeps_up() {
        Telling failure = new Telling("rare");

        capturer.capture(failure, MANUAL);

        assertThat(failure.reader).isNull();
    }

    @Test
    void the_worker_reads_it_though_the_request_goes_on() throws InterruptedException {
        scopes.bind(new Scope(Surroundings.NONE));
        Telling failure = new Telling("in a long request");
        Worker<ErrorEvent> worker = worker();
        worker.start();
        try {
            capturer.capture(failure, MANUAL);

            assertThat(failure.read.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failure.reader).isNotSameAs(Thread.currentThread());
        } finally {
            worker.stop(Duration.ofSeconds(10));
        }
    }

    @Test
    void when_many_wait_already_the_failing_thread_reads_it_so_that_no_more_throwables_are_kept_alive() {
        int unread = 0;
        for (int i = 0; i < ROOM; i++) {
            Telling failure = new Telling("storm " + i);
            capturer.capture(failure, MANUAL);
            unread += failure.reader == null ? 1 : 0;
        }

        assertThat(unread).isEqualTo(64);
    }

    @Test
    void a_throwable_with_a_huge_message_is_not_kept_alive() {
        Telling failure = new Telling("x".repeat(1_000_000));

        capturer.capture(failure, MANUAL);

        assertThat(failure.reader).isSameAs(Thread.currentThread());
    }

    @Test
    void a_throwable_that_was_dropped_is_not_kept_alive() {
        queue.close();
        Telling failure = new Telling("nobody listens");

        capturer.capture(failure, MANUAL);

        assertThat(failure.reader).isSameAs(Thread.currentThread());
    }

    private Worker<ErrorEvent> worker() {
        Worker.Sink<ErrorEvent> nowhere = new Worker.Sink<>() {
            @Override
            public void accept(List<Deferred<ErrorEvent>> batch, boolean more) {}

            @Override
            public boolean isDone() {
                return true;
            }
        };
        return new Worker<>(queue, nowhere, Worker.Pace.DEFAULT, Thread::new, (doing, failure) -> {
            throw new AssertionError(failure);
        });
    }

    /** Tells who read its stack trace first. */
    private static final class Telling extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CountDownLatch read = new CountDownLatch(1);
        private transient volatile Thread reader;

        Telling(String message) {
            super(message);
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            if (reader == null) {
                reader = Thread.currentThread();
                read.countDown();
            }
            return super.getStackTrace();
        }
    }
}
