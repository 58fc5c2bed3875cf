package io.errortracker.store;

import io.errortracker.event.Level;
import io.errortracker.issue.IssueStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which issues, in which order.
 *
 * @param status null for all
 * @param text free text over type, value, culprit, entry point and short id, in any case; every word must be found; empty for all
 * @param environment seen in this environment; null for all
 * @param release seen in this release; null for all
 * @param level of the latest event; null for all
 * @param sort the order
 * @param cursor {@link IssuePage#next()} or {@link IssuePage#previous()} of another page of the same query; null for the first page. A
 *     cursor that cannot be read counts as null.
 * @param limit issues on a page, 1 to 100
 * @since 0.1.0
 */
public record IssueQuery(
        @Nullable IssueStatus status,
        String text,
        @Nullable String environment,
        @Nullable String release,
        @Nullable Level level,
        Sort sort,
        @Nullable String cursor,
        int limit) {

    public IssueQuery {
        limit = Math.min(Math.max(limit, 1), 100);
        text = text.strip();
    }

    /** Unresolved issues, the last seen first. */
    public static IssueQuery unresolved() {
        return new IssueQuery(IssueStatus.UNRESOLVED, "", null, null, null, Sort.LAST_SEEN, null, 25);
    }

    public IssueQuery withCursor(@Nullable String newCursor) {
        return new IssueQuery(status, text, environment, release, level, sort, newCursor, limit);
    }

    public IssueQuery withStatus(@Nullable IssueStatus newStatus) {
        return new IssueQuery(newStatus, text, environment, release, level, sort, cursor, limit);
    }

    /** Each is descending: the newest or the most first. */
    public enum Sort {
        LAST_SEEN,
        FIRST_SEEN,
        EVENTS,
        USERS
    }
}
