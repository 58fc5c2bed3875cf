package io.errortracker.queue;

/**
 * Something whose value is made on the worker's thread.
 *
 * @param <T> the value
 */
public interface Deferred<T> {

    /** Whether nothing more will be added to it: it may be taken before its grace is over. */
    boolean isSettled();

    /** When it was made, in {@link System#nanoTime()}. */
    long createdNanos();

    /** About how many bytes it keeps alive while it waits. */
    int weight();

    /** The worker has taken it and may have to wait for it to settle: lets go of what need not be kept alive for that. Must not fail. */
    default void taken() {}

    /** Makes the value. Called once, by the worker. */
    T make();
}
