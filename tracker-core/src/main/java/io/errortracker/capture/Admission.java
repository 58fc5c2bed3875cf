package io.errortracker.capture;

import org.jspecify.annotations.Nullable;

/**
 * Says, before any frame is looked at, whether there is room for one more failure of a kind. Called on the failing thread: must be
 * lock-free and cost nanoseconds.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Admission {

    /** Lets everything in. */
    Admission ALL = (thrown, root, entryPoint) -> true;

    /**
     * Whether this failure may be captured; if not it has been counted.
     *
     * @param thrown class of what was thrown
     * @param root class of its deepest cause
     * @param entryPoint null when unknown
     */
    boolean admit(Class<?> thrown, Class<?> root, @Nullable String entryPoint);
}
