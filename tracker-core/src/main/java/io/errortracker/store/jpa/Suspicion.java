package io.errortracker.store.jpa;

/** What is thought of a file because of what happened to it before. */
enum Suspicion {
    NONE,
    /** Something in it could not be read: every row is read before it is used again. */
    DAMAGED,
    /** That found nothing, and yet something could not be read once more: it is set aside. */
    LOST;

    Suspicion more() {
        return this == NONE ? DAMAGED : LOST;
    }
}
