package io.errortracker.store;

import java.time.Duration;

/**
 * How much is kept, whichever limit is reached first. Issues and hourly counters outlive events.
 *
 * @param maxAge of events
 * @param maxEvents stored events; the newest and the first event of each issue are removed last
 * @param maxBytes of the store on disk
 * @since 0.1.0
 */
public record RetentionPolicy(Duration maxAge, long maxEvents, long maxBytes) {}
