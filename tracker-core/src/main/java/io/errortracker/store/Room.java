package io.errortracker.store;

/**
 * How much room a store has below its limit of bytes.
 *
 * @since 0.1.0
 */
public enum Room {
    /** Enough: everything is stored. */
    PLENTY,
    /** Little: what is written should be little, too. */
    SCARCE
}
