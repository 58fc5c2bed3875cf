package io.errortracker.store.jpa;

import io.errortracker.SteppedClock;
import io.errortracker.store.RetentionPolicy;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store of its own for each test of a contract. */
abstract class OwnStore implements Located {
    final SteppedClock clock;
    private final RetentionPolicy retention;

    JpaStore store;

    OwnStore(Instant now, RetentionPolicy retention) {
        this.clock = new SteppedClock(now);
        this.retention = retention;
    }

    @BeforeEach
    void open() {
        store = JpaStore.create(Stores.settings(location(), clock, retention));
    }

    @AfterEach
    void close() {
        store.close();
    }
}
