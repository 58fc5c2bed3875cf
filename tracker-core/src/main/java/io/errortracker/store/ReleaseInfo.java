package io.errortracker.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a release.
 *
 * @param version {@code 1.4.2}, {@code shop@1.4.2}, a commit
 * @param created when it was first heard of
 * @param released when it came out, as a build said; null when none did
 * @param firstEvent when it was first seen in an event; null when never
 * @param lastEvent when it was last seen in an event; null when never
 * @param newIssues issues that were first seen in it
 * @param lastDeploy the last deployment that was told; null when none was
 * @param files what was uploaded for it
 * @since 0.1.0
 */
public record ReleaseInfo(
        String version,
        Instant created,
        @Nullable Instant released,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        long newIssues,
        @Nullable Deploy lastDeploy,
        Files files) {

    /**
     * A deployment.
     *
     * @param id 0 for one that is not kept yet
     * @param environment {@code production}
     */
    public record Deploy(
            long id,
            String environment,
            @Nullable String name,
            @Nullable String url,
            @Nullable Instant started,
            Instant finished) {}

    /**
     * Uploaded files.
     *
     * @param count how many
     * @param bytes of all together, unpacked
     * @param uploaded when the last ones came; null when there are none
     */
    public record Files(int count, long bytes, @Nullable Instant uploaded) {
        public static final Files NONE = new Files(0, 0, null);
    }
}
