package io.errortracker.store.jpa;

/** Opens the database of a store's location. For the writer's thread. */
interface Opener {

    /**
     * @param suspicion what is thought of it because of what happened before
     * @throws Elsewhere when it cannot be had now but events can be kept in memory meanwhile
     * @throws OpeningFailed when it cannot be opened now
     */
    Database open(Suspicion suspicion) throws OpeningFailed, Elsewhere;

    /** For people. */
    String location();

    /** The file cannot be had now: somebody else has it, or it may not be written. */
    final class Elsewhere extends Exception {
        private static final long serialVersionUID = 1L;

        Elsewhere(String why) {
            super(why);
        }
    }
}
