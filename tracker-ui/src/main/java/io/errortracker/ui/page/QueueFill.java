package io.errortracker.ui.page;

/**
 * How full the queue to the writer is.
 *
 * @param waiting events that wait to be written
 * @param capacity how many may wait
 * @since 0.1.0
 */
public record QueueFill(long waiting, long capacity) {}
