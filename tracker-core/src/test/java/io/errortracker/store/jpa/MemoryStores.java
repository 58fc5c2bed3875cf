package io.errortracker.store.jpa;

import java.time.Clock;

/** Stores in memory for the tests of other rooms. */
public final class MemoryStores {
    private MemoryStores() {}

    public static JpaStore open(Clock clock) {
        return Stores.memory(clock);
    }
}
