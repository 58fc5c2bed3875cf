package io.errortracker.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bounded queue between the threads that fail and the worker. Offering never blocks, takes no lock that is held for long and does
 * not wake the worker: a wake-up would cost the offering thread more than all the rest, so the worker polls.
 *
 * <p>Thread-safe for many offering threads and one worker.
 *
 * @param <T> what the deferred items make
 * @since 0.1.0
 */
public final class HandOver<T> {
    private final ArrayBlockingQueue<Deferred<T>> waiting;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong offered = new AtomicLong();
    private volatile boolean open = true;

    /**
     * @param capacity items that may wait, at least 1
     * @param maxBytes of {@link Deferred#weight} that may wait
     */
    public HandOver(int capacity, long maxBytes) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.maxBytes = maxBytes;
    }

    /** Hands an item to the worker. @return false when there is no room or the worker has stopped: the item is not kept */
    public boolean offer(Deferred<T> item) {
        int weight = item.weight();
        if (!open || bytes.get() + weight > maxBytes || !waiting.offer(item)) {
            return false;
        }
        bytes.addAndGet(weight);
        offered.incrementAndGet();
        return true;
    }

    /** Refuses whatever is offered from now on. */
    public void close() {
        open = false;
    }

    /** Items waiting now. */
    public int size() {
        return waiting.size();
    }

    public int capacity() {
        return waiting.size() + waiting.remainingCapacity();
    }

    /** Estimated bytes kept alive by what waits now. */
    public long bytes() {
        return bytes.get();
    }

    /** Items accepted so far. */
    long offered() {
        return offered.get();
    }

    /** Takes up to {@code max} items in the order they came. For the worker only. */
    List<Deferred<T>> take(int max) {
        List<Deferred<T>> taken = new ArrayList<>(Math.min(max, waiting.size()));
        waiting.drainTo(taken, max);
        long freed = 0;
        for (Deferred<T> item : taken) {
            freed += item.weight();
        }
        bytes.addAndGet(-freed);
        return taken;
    }
}
