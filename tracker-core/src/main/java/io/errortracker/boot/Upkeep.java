package io.errortracker.boot;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.noise.Noise;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.Worker;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.jpa.JpaRetention;
import io.errortracker.store.jpa.JpaStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The pipeline, and between its batches what is due from time to time: retention, and writing what was dropped. */
final class Upkeep implements Worker.Sink<ErrorEvent> {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Pipeline pipeline;
    private final Noise noise;
    private final JpaStore store;
    private final JpaRetention retention;
    private final Consumer<Instant> alsoForget;
    private final SelfHealth health;
    private final Clock clock;
    private Instant due;

    /** @param alsoForget forgets what else is too old */
    Upkeep(
            Pipeline pipeline,
            Noise noise,
            JpaStore store,
            Consumer<Instant> alsoForget,
            SelfHealth health,
            Clock clock) {
        this.pipeline = pipeline;
        this.noise = noise;
        this.store = store;
        this.retention = store.retention();
        this.alsoForget = alsoForget;
        this.health = health;
        this.clock = clock;
        this.due = clock.instant().plus(EVERY);
    }

    @Override
    public void accept(List<Deferred<ErrorEvent>> batch, boolean more) {
        pipeline.accept(batch, more);
        noise.keepCount();
        makeRoom();
        Instant now = clock.instant();
        if (!more && !now.isBefore(due)) {
            due = now.plus(EVERY);
            retain(now);
        }
    }

    @Override
    public boolean isDone() {
        return pipeline.isDone();
    }

    private void makeRoom() {
        try {
            retention.makeRoom();
        } catch (RuntimeException failure) {
            health.failed("removing old events", failure);
        }
    }

    /** Between two chunks of a removal: lets those who look at pages have the database. */
    private static void breathe() {
        LockSupport.parkNanos(5_000_000);
    }

    private void retain(Instant now) {
        if (store.health().state() != StoreHealth.State.OPEN) {
            return;
        }
        try {
            retention.run(now, Upkeep::breathe);
            alsoForget.accept(now);
        } catch (RuntimeException failure) {
            health.failed("removing old events", failure);
        }
    }
}
