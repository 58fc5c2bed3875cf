package io.errortracker.store.jpa;

import io.errortracker.SteppedClock;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.NoiseStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class H2MemoryNoiseTest extends NoiseStoreContract {
    private final SteppedClock clock = new SteppedClock(NOW);

    private JpaStore store;

    @BeforeEach
    void open() {
        store = Stores.memory(clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected EventRecorder recorder() {
        return store;
    }

    @Override
    protected NoiseStore store() {
        return store.noise();
    }
}
