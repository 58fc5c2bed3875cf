package io.errortracker.boot;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;

/**
 * What goes into the store beside events: spans, sessions. It is worth less than they are: while the store cannot be written it is let go.
 *
 * @param <T> what waits
 */
final class SideLine<T> {
    private static final int CAPACITY = 10_000;
    private static final int BATCH = 1_000;

    private final ArrayBlockingQueue<T> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final String doing;
    private final Consumer<List<T>> store;
    private final SelfHealth health;

    /** @param doing what it does, for the log: {@code storing spans} */
    SideLine(String doing, Consumer<List<T>> store, SelfHealth health) {
        this.doing = doing;
        this.store = store;
        this.health = health;
    }

    /** Any thread. @return false when there is no room for all of them; none is kept then */
    boolean offer(List<T> some) {
        if (waiting.remainingCapacity() < some.size()) {
            return false;
        }
        boolean all = true;
        for (T one : some) {
            all &= waiting.offer(one);
        }
        return all;
    }

    /** For the worker's thread. */
    void write() {
        List<T> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    private void write(List<T> batch) {
        try {
            store.accept(batch);
        } catch (StoreUnavailableException letGo) {
            health.failed(doing, letGo);
        }
    }
}
