package io.errortracker.issue;

import io.errortracker.event.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The events that share a fingerprint, and what people did about them.
 *
 * @param id unique within the store
 * @param shortId what people say: {@code SHOP-42}
 * @param fingerprint the hash of its fingerprint
 * @param algorithm the version of the grouping algorithm that made it
 * @param type the kind of failure: {@code PaymentDeclined}
 * @param value the rest of the headline; may be empty
 * @param culprit where, in the application's own code; null when unknown
 * @param transaction the entry point of its latest event; null when unknown
 * @param level of its latest event
 * @param platform of its latest event
 * @param status where it stands
 * @param regressed whether it is unresolved because it came back after it was resolved
 * @param firstSeen when its first event happened
 * @param lastSeen when its latest event happened
 * @param firstRelease the release of its first event; null when unknown
 * @param lastRelease the release of its latest event; null when unknown
 * @param events how many events happened, stored or only counted
 * @param users how many distinct users were affected; counted up to {@link #MAX_USERS}, where it stays: show that as "1000+"
 * @param statusChanged when its status last changed; null when never
 * @since 0.1.0
 */
public record Issue(
        long id,
        String shortId,
        String fingerprint,
        int algorithm,
        String type,
        String value,
        @Nullable String culprit,
        @Nullable String transaction,
        Level level,
        String platform,
        IssueStatus status,
        boolean regressed,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable String firstRelease,
        @Nullable String lastRelease,
        long events,
        long users,
        @Nullable Instant statusChanged) {

    /** Distinct users of an issue are counted up to here. */
    public static final long MAX_USERS = 1_000;

    /** {@code type: value}, or the type alone. */
    public String title() {
        return value.isEmpty() ? type : type + ": " + value;
    }
}
