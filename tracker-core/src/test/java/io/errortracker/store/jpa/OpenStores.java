package io.errortracker.store.jpa;

import java.nio.file.Path;
import java.time.Clock;

/** Stores for the tests of other rooms. */
public final class OpenStores {
    private OpenStores() {}

    public static JpaStore memory(Clock clock) {
        return Stores.memory(clock);
    }

    public static JpaStore file(Path path, Clock clock) {
        return Stores.file(path, clock);
    }
}
