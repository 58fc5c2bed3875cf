package io.errortracker.store.jpa;

import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMergingTest extends JpaMergingTest {
    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Override
    JpaStore store(Clock time) {
        return JpaStore.create(Stores.settings(POSTGRES.database(), time));
    }
}
