package io.errortracker.store.jpa;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReleaseHealthTest extends ReleaseHealthContract {
    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Override
    StoreLocation location() {
        return POSTGRES.database();
    }
}
