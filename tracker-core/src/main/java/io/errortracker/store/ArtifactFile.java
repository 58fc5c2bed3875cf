package io.errortracker.store;

import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded to make minified code readable.
 *
 * @param id within this store
 * @param kind what it is
 * @param url where it is served, as the uploader says: {@code ~/assets/app.js}
 * @param debugId a UUID in lower case that the minified file and its map have in common; null when it has none
 * @param mapUrl of a minified file: where its map is, relative to it; null when unknown
 * @param dist the build of the release; empty for any
 * @param bytes of its content
 * @since 0.1.0
 */
public record ArtifactFile(
        long id,
        Kind kind,
        String url,
        @Nullable String debugId,
        @Nullable String mapUrl,
        String dist,
        long bytes) {

    /** What a file is. */
    public enum Kind {
        /** What browsers and Node run. */
        MINIFIED,
        SOURCE_MAP
    }

    /**
     * A file that is about to be kept.
     *
     * @param content at most 50 MiB
     */
    public record Content(
            Kind kind,
            String url,
            @Nullable String debugId,
            @Nullable String mapUrl,
            byte[] content) {}
}
