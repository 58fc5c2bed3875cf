package io.errortracker.store;

import java.time.Duration;

/**
 * How much is kept, whichever limit is reached first. Issues and hourly counters outlive events.
 *
 * @param maxAge of events
 * @param maxEvents stored events; the newest and the first event of each issue are removed last
 * @param maxBytes of the store on disk
 * @param maxArtifactBytes of source maps and the files they are of, before packing; those of the releases that nothing was heard of for
 *     longest are removed first
 * @since 0.1.0
 */
public record RetentionPolicy(Duration maxAge, long maxEvents, long maxBytes, long maxArtifactBytes) {
    private static final long USUAL_ARTIFACT_BYTES = 512L << 20;

    public RetentionPolicy(Duration maxAge, long maxEvents, long maxBytes) {
        this(maxAge, maxEvents, maxBytes, USUAL_ARTIFACT_BYTES);
    }
}
