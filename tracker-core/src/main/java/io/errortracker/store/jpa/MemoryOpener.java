package io.errortracker.store.jpa;

/** Opens a database in memory. */
final class MemoryOpener implements Opener {

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public Database open(Suspicion suspicion) throws OpeningFailed {
        return Database.open(H2Engine.memory(), null, false);
    }
}
