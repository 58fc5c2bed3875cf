package io.errortracker.store.jpa;

class H2ApiTokenTest extends ApiTokenContract {
    @Override
    StoreLocation location() {
        return new StoreLocation.Memory();
    }
}
