package io.errortracker.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an issue.
 *
 * @param what what was done
 * @param actor who did it; null for the tracker itself
 * @param detail more of it, such as the release of a regression; null when there is none
 * @since 0.1.0
 */
public record Activity(
        Instant when,
        Kind what,
        @Nullable String actor,
        @Nullable String detail) {

    /** What can be done with an issue. */
    public enum Kind {
        FIRST_SEEN,
        RESOLVED,
        IGNORED,
        REOPENED,
        REGRESSED,
        /** Another issue was merged into this one; the detail names it. */
        MERGED,
        /** A merge was undone; the detail names the other issue. */
        UNMERGED,
        /** A fingerprint was taken out; the detail names the issue it went to, or came from. */
        SPLIT
    }
}
