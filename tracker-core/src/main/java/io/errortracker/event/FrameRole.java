package io.errortracker.event;

/**
 * What part a method has in raising an exception, as its class file tells.
 *
 * @since 0.1.0
 */
public enum FrameRole {
    /** Does something of its own: what it throws is its doing. */
    ORDINARY,

    /** Only refuses what its caller hands it: checks its arguments, throws, and else changes nothing. */
    GUARD,

    /** Only makes exceptions, for its caller to throw or in its caller's place. */
    FACTORY
}
