package io.errortracker.store.jpa;

import io.errortracker.SteppedClock;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.ArtifactStoreContract;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.ReleaseStore;
import io.errortracker.store.RetentionPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class H2ArtifactStoreTest extends ArtifactStoreContract {
    private static final RetentionPolicy POLICY = new RetentionPolicy(Duration.ofDays(100), 1_000, 1L << 30, 1L << 20);

    private final SteppedClock clock = new SteppedClock(NOW);

    private JpaStore store;

    @BeforeEach
    void open() {
        store = JpaStore.create(Stores.settings(new StoreLocation.Memory(), clock, POLICY));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ArtifactStore artifacts() {
        return store.artifacts();
    }

    @Override
    protected ReleaseStore releases() {
        return store.releases();
    }

    @Override
    protected EventRecorder recorder() {
        return store;
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }

    @Override
    protected void retain() {
        store.retention().run(clock.instant(), () -> {});
    }
}
