package io.errortracker.store.jpa;

import io.errortracker.SteppedClock;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.IssueStore;
import io.errortracker.store.OutboxContract;
import io.errortracker.store.alert.AlertWatch;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.alert.RuleShelf;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2FileOutboxTest extends OutboxContract {
    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock(NOW);

    private JpaStore store;

    @BeforeEach
    void open() {
        store = Stores.file(directory.resolve("errors"), clock);
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
    protected IssueStore issues() {
        return store;
    }

    @Override
    protected Outbox outbox() {
        return store.outbox();
    }

    @Override
    protected RuleShelf rules() {
        return store.alertRules();
    }

    @Override
    protected void watchedBy(AlertWatch watch) {
        store.watchedBy(watch);
    }
}
