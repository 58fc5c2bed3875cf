package io.errortracker.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about which fingerprints are one issue. It outlives versions of the algorithm: a fingerprint that people moved goes
 * before what another version says. Thread-safe.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now; while events are only kept in
 * memory nothing can be merged.
 *
 * @since 0.1.0
 */
public interface IssueMerging {

    /** What leads to an issue: its own fingerprint first, then the latest seen first; at most 200. */
    List<KnownFingerprint> fingerprints(long issueId);

    /** What was merged into an issue and can come apart again, the newest first. */
    List<Merge> mergedInto(long issueId);

    /**
     * Merges issues into one, which takes their events, counters, users, environments, releases and fingerprints; it is unresolved when
     * one of them was. Their short ids lead to it from then on.
     *
     * @param survivor the issue that stays
     * @param others those that go into it; ones that do not exist, or went into another before, are passed over
     * @param actor who, for the activity
     * @return one for each issue that was merged
     */
    List<Merge> merge(long survivor, Collection<Long> others, String actor);

    /**
     * Takes a merge apart: the fingerprints that came with it go back, and with them their stored events. Their number is exact. Of the
     * events since the merge only stored ones are taken out of the hourly counts, and the users, environments and releases of those stay
     * where they are.
     *
     * @return what was undone; empty when there is no such merge, or its survivor was itself merged since
     */
    Optional<Merge> undo(long mergeId, String actor);

    /**
     * Makes an issue of its own from one of the fingerprints of an issue, which is not its first. Its stored events go with it; users,
     * environments and releases are read from the newest thousand of them.
     *
     * @return the short id of the new issue; empty when the fingerprint does not lead to the issue, or is its first
     */
    Optional<String> split(long issueId, String fingerprint, String actor);

    /**
     * One of the fingerprints that lead to an issue.
     *
     * @param hash 32 hex digits
     * @param algorithm the version of the grouping algorithm that made it
     * @param own whether it is the one the issue began with
     * @param separable whether it can become an issue of its own; one that came with a merge goes back by {@link #undo}
     * @param pinned whether people said that it belongs here
     * @param title the headline of its first event
     * @param culprit of its first event; null when unknown
     * @param events how many happened under it
     */
    record KnownFingerprint(
            String hash,
            int algorithm,
            boolean own,
            boolean separable,
            boolean pinned,
            String title,
            @Nullable String culprit,
            long events,
            Instant firstSeen,
            Instant lastSeen) {}

    /**
     * One issue that went into another.
     *
     * @param id names the merge
     * @param survivor the issue that stayed
     * @param merged the issue that went
     * @param title the headline of the issue that went
     */
    record Merge(long id, String survivor, String merged, String title, Instant when, String actor) {}
}
