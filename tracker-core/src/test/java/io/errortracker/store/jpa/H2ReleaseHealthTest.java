package io.errortracker.store.jpa;

class H2ReleaseHealthTest extends ReleaseHealthContract {
    @Override
    StoreLocation location() {
        return new StoreLocation.Memory();
    }
}
