package io.errortracker.store.jpa;

class H2IngestStoreTest extends IngestStoreContract {
    @Override
    StoreLocation location() {
        return new StoreLocation.Memory();
    }
}
