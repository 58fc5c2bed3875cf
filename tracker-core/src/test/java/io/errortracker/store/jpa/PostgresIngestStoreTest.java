package io.errortracker.store.jpa;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIngestStoreTest extends IngestStoreContract {
    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Override
    StoreLocation location() {
        return POSTGRES.database();
    }
}
