package io.errortracker.store.jpa;

/** What a failure of the database means for what comes next. */
enum Trouble {
    /** Another process has the file open. */
    HELD,
    /** The file cannot be read as what it should be. */
    DAMAGED,
    /** No space is left. */
    DISK_FULL,
    /** The database is no longer usable and must be opened again. */
    BROKEN,
    /** This statement failed; the database goes on. */
    STATEMENT
}
