package io.errortracker.store.jpa;

/**
 * What an embedded database takes, in bytes.
 *
 * @param file the size of its file
 * @param used of that, what holds rows or held them until a moment ago; the rest can be written to again
 * @param live of what is used, about how much is needed
 */
record Occupancy(long file, long used, long live) {
    /** Nothing is known, and nothing is limited. */
    static final Occupancy UNKNOWN = new Occupancy(0, 0, 0);
}
