package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoreHealth.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    private static final int INTERRUPTS = 1_000;

    @TempDir
    private Path directory;

    @Test
    void interrupted_callers_get_their_answers_and_the_file_stays_open() throws Exception {
        try (JpaStore store = Stores.file(directory.resolve("errors"), Clock.systemUTC())) {
            store.record(Events.stored(Events.many(100, "Interrupted", Instant.now())));
            AtomicInteger answers = new AtomicInteger();
            AtomicInteger keptInterrupts = new AtomicInteger();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    while (keptInterrupts.get() < INTERRUPTS) {
                        look(store, answers.incrementAndGet());
                        if (Thread.interrupted()) {
                            keptInterrupts.incrementAndGet();
                        }
                    }
                } catch (Throwable failed) {
                    failure.set(failed);
                }
            });
            caller.start();
            int sent = 0;
            while (caller.isAlive()) {
                if (sent == keptInterrupts.get()) {
                    caller.interrupt();
                    sent++;
                }
                Thread.onSpinWait();
            }
            caller.join();

            StoreHealth health = store.health();
            System.out.println("interrupts=" + keptInterrupts + " answers=" + answers + " closures="
                    + health.notices().size());
            assertThat(failure.get()).isNull();
            assertThat(health.state()).isEqualTo(State.OPEN);
            assertThat(health.notices()).isEmpty();
        }
    }

    private static void look(JpaStore store, int turn) {
        switch (turn % 16) {
            case 0 -> store.record(Events.stored(Events.of("Interrupted", Instant.now())));
            case 1, 2, 3, 4 -> store.events(1, null, 5);
            case 5, 6, 7, 8 -> store.latestEvent(1);
            default -> store.issues(IssueQuery.unresolved());
        }
    }
}
