package io.errortracker.alert;

import io.errortracker.health.SelfHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread on which alerts are sent; nobody waits for it.
 *
 * @since 0.1.0
 */
public final class SenderThread {
    private final Sender sender;
    private final SelfHealth health;
    private final Clock clock;
    private final Thread thread;
    private final AtomicBoolean expected = new AtomicBoolean();
    private final AtomicBoolean news = new AtomicBoolean();
    private volatile boolean stopping;

    public SenderThread(Sender sender, ThreadFactory threads, SelfHealth health, Clock clock) {
        this.sender = sender;
        this.health = health;
        this.clock = clock;
        this.thread = threads.newThread(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Something will be in the outbox soon: {@link #wake} is to be called when it is. Any thread. */
    public void expect() {
        expected.set(true);
    }

    /** Looks at once, when something was expected. Any thread; never waits. */
    public void wake() {
        if (expected.getAndSet(false)) {
            lookNow();
        }
    }

    /** Looks at once. Any thread; never waits. */
    public void lookNow() {
        news.set(true);
        LockSupport.unpark(thread);
    }

    /** Ends once what is being sent now is sent. @return whether it ended within the limit */
    public boolean stop(Duration limit) {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run() {
        while (!stopping) {
            news.set(false);
            Instant next = roundSafely();
            while (!stopping && !news.get() && clock.instant().isBefore(next)) {
                LockSupport.parkNanos(this, 1_000_000_000L);
            }
        }
        sender.resign();
    }

    private Instant roundSafely() {
        try {
            return sender.round();
        } catch (RuntimeException | LinkageError failure) {
            health.failed("sending alerts", failure);
            return clock.instant().plus(Sender.IDLE);
        }
    }
}
