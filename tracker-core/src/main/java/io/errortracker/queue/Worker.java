package io.errortracker.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * The one thread that takes what was handed over, in batches, and gives it to a sink. It polls; an item that is not settled yet waits
 * for its grace, so that the layers a failure passes can add what they know.
 *
 * <p>The sink is only ever called by this thread. Whatever it throws is told to {@code failures} and does not end the thread.
 *
 * @param <T> what the deferred items make
 * @since 0.1.0
 */
public final class Worker<T> {

    /** Where batches go. */
    public interface Sink<T> {

        /**
         * Takes a batch; it may be empty, once a poll, so that a sink can do what is due.
         *
         * @param more whether further items wait already
         */
        void accept(List<Deferred<T>> batch, boolean more);

        /**
         * Whether the last batch is done with. Until it is nothing more is taken, so that what cannot be written waits in the queue; asked
         * once a poll, so a sink may try again in it.
         */
        boolean isDone();
    }

    /**
     * How it works.
     *
     * @param batch items in a batch at the most
     * @param linger how long a batch may be collected
     * @param poll how long it sleeps when there is nothing to do
     * @param grace how long an item that is not settled is waited for
     */
    public record Pace(int batch, Duration linger, Duration poll, Duration grace) {
        /** 500 items or 250 ms, polled every 50 ms, 2 s of grace. */
        public static final Pace DEFAULT =
                new Pace(500, Duration.ofMillis(250), Duration.ofMillis(50), Duration.ofSeconds(2));
    }

    private final HandOver<T> queue;
    private final Sink<T> sink;
    private final Pace pace;
    private final BiConsumer<String, Throwable> failures;
    private final Thread thread;
    private final Deque<Deferred<T>> unsettled = new ArrayDeque<>();
    private final Object progress = new Object();
    private long given;
    private long finished;
    private volatile long hurryUntil;
    private volatile boolean stopping;

    public Worker(
            HandOver<T> queue, Sink<T> sink, Pace pace, ThreadFactory threads, BiConsumer<String, Throwable> failures) {
        this.queue = queue;
        this.sink = sink;
        this.pace = pace;
        this.failures = failures;
        this.thread = threads.newThread(this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Waits until everything that was handed over before has been given to the sink.
     *
     * @return false when that took longer than {@code timeout} or this thread was interrupted, which stays noted
     */
    public boolean flush(Duration timeout) {
        long target = queue.offered();
        hurryUntil = target;
        LockSupport.unpark(thread);
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (progress) {
            while (finished < target) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !thread.isAlive() || !waitFor(left)) {
                    return finished >= target;
                }
            }
        }
        return true;
    }

    private boolean waitFor(long nanos) {
        try {
            progress.wait(nanos / 1_000_000 + 1);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Refuses further items, gives what waits to the sink and ends the thread.
     *
     * @return how many items were left behind because {@code timeout} was over; 0 when all went well
     */
    public int stop(Duration timeout) {
        queue.close();
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return abandon();
    }

    private int abandon() {
        int left = thread.isAlive() ? 0 : unsettled.size();
        for (int taken = queue.take(pace.batch()).size();
                taken > 0;
                taken = queue.take(pace.batch()).size()) {
            left += taken;
        }
        return left;
    }

    private void run() {
        while (!stopping) {
            round(isDone() ? collect() : List.of());
        }
        while (isDone() && (queue.size() > 0 || !unsettled.isEmpty())) {
            round(collect());
        }
    }

    private boolean isDone() {
        boolean done = false;
        try {
            done = sink.isDone();
        } catch (Throwable failure) {
            failures.accept("finishing a batch", failure);
        }
        if (done) {
            tellFinished();
        } else if (!stopping) {
            LockSupport.parkNanos(this, pace.poll().toNanos());
        }
        return done;
    }

    private void tellFinished() {
        synchronized (progress) {
            if (finished != given) {
                finished = given;
                progress.notifyAll();
            }
        }
    }

    private void round(List<Deferred<T>> batch) {
        try {
            sink.accept(batch, queue.size() > 0);
        } catch (Throwable failure) {
            failures.accept("working on a batch", failure);
        }
        given += batch.size();
    }

    /** What is ready now; sleeps a poll when nothing is. */
    private List<Deferred<T>> collect() {
        List<Deferred<T>> batch = new ArrayList<>();
        long begun = System.nanoTime();
        takeReady(batch);
        while (!stopping && !hurried() && !isFull(batch) && System.nanoTime() - begun < waitFor(batch)) {
            LockSupport.parkNanos(this, pace.poll().toNanos());
            takeReady(batch);
        }
        return batch;
    }

    private long waitFor(List<Deferred<T>> batch) {
        return batch.isEmpty() ? pace.poll().toNanos() : pace.linger().toNanos();
    }

    private boolean hurried() {
        synchronized (progress) {
            return finished < hurryUntil;
        }
    }

    private boolean isFull(List<Deferred<T>> batch) {
        return batch.size() >= pace.batch();
    }

    private void takeReady(List<Deferred<T>> batch) {
        for (int i = unsettled.size(); i > 0 && !isFull(batch); i--) {
            place(unsettled.removeFirst(), batch);
        }
        for (Deferred<T> item : queue.take(pace.batch() - batch.size())) {
            item.taken();
            place(item, batch);
        }
    }

    private void place(Deferred<T> item, List<Deferred<T>> batch) {
        boolean waits = !item.isSettled() && !stopping && !hurried() && !graceIsOver(item);
        if (waits && unsettled.size() < queue.capacity()) {
            unsettled.addLast(item);
        } else {
            batch.add(item);
        }
    }

    private boolean graceIsOver(Deferred<T> item) {
        return System.nanoTime() - item.createdNanos() > pace.grace().toNanos();
    }
}
