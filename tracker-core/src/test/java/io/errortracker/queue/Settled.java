package io.errortracker.queue;

import java.util.function.Supplier;

/** What may be made at once, and weighs nothing worth counting. */
public record Settled<T>(Supplier<T> maker) implements Deferred<T> {

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public long createdNanos() {
        return 0;
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public T make() {
        return maker.get();
    }
}
