package io.errortracker.queue;

/**
 * Something whose value is made on the worker's thread.
 *
 * @param <T> the value
 */
public interface Deferred<T> {

    /** Whether nothing more will be added to it. */
    boolean isSettled();

    /** When it was made, in {@link System#nanoTime()}. */
    long createdNanos();

    /** Makes the value. Called once, by the worker. */
    T make();
}
