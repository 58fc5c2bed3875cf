package io.errortracker.store.jpa;

import io.errortracker.SteppedClock;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.IssueStore;
import io.errortracker.store.IssueStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest extends IssueStoreContract {
    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    private final SteppedClock clock = new SteppedClock(NOW);

    private JpaStore store;

    @BeforeEach
    void open() {
        store = JpaStore.create(Stores.settings(POSTGRES.database(), clock));
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
    protected IssueStore store() {
        return store;
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }
}
