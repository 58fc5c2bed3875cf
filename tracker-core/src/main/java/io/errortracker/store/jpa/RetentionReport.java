package io.errortracker.store.jpa;

/**
 * What retention did.
 *
 * @param removed events
 * @param left events that are stored now
 * @param bytes that they are thought to take; the file may be larger, what was freed in it is used again
 * @since 0.1.0
 */
public record RetentionReport(long removed, long left, long bytes) {}
