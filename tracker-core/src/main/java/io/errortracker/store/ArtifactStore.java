package io.errortracker.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that make minified code readable: source maps and the files they are of. They come in bundles, which belong to releases, and a
 * bundle comes in chunks, which are kept until it is put together. No name that a client chose is anything but a key.
 *
 * <p>Thread-safe; for any thread. Every method throws {@link StoreUnavailableException} when the store cannot be read or written now, or
 * is not the one that stays.
 *
 * @since 0.1.0
 */
public interface ArtifactStore {

    /** Bytes of a chunk at most. */
    int MAX_CHUNK = 1 << 20;

    /** @param checksums SHA-1 in lower-case hex digits @return those of which there is no chunk */
    Set<String> missing(Collection<String> checksums);

    /**
     * Keeps a chunk; one that is there already stays.
     *
     * @param checksum of the content, computed by ourselves
     * @return false when too many bytes of chunks wait to be put together already
     */
    boolean put(String checksum, byte[] content);

    /** The content of a chunk. */
    Optional<byte[]> chunk(String checksum);

    /** Forgets chunks that were put together. */
    void forget(Collection<String> checksums);

    /**
     * Says that a bundle belongs to a release, when the bundle is there.
     *
     * @param release null for none: its files are found by their debug ids
     * @return whether it is there
     */
    boolean associate(String checksum, @Nullable String release, @Nullable String dist);

    /**
     * Keeps a bundle. Nobody finds it before all of its files are kept; where keeping one fails, none is.
     *
     * @param release null for none
     * @param files asked for one after the other
     */
    void keep(String checksum, @Nullable String release, @Nullable String dist, Iterable<ArtifactFile.Content> files);

    /** Files of a debug id, the last uploaded first, at most ten. @param debugId a UUID in lower case with dashes */
    List<ArtifactFile> ofDebugId(String debugId);

    /** Files of a release by the last part of their URL, the last uploaded first, at most 200. */
    List<ArtifactFile> ofRelease(String release, String baseName);

    /** What a file holds; empty when it was removed meanwhile. */
    Optional<byte[]> content(ArtifactFile file);

    /** Files of a release, in the order of their URLs, at most 2,000. @param release empty for those without a release */
    List<ArtifactFile> files(String release);

    /**
     * Removes the files of a release; bundles that belong to others as well are only taken from it.
     *
     * @param release empty for those without a release
     * @return how many files are gone
     */
    int delete(String release);
}
