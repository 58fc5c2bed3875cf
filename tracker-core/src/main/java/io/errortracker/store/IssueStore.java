package io.errortracker.store;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people look at and do. Thread-safe; may be called by any thread, an interrupted one too: the database is only ever touched by
 * the store's own threads.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface IssueStore {

    /** One page of issues. Stays quick however many issues there are: paging is by key, not by offset. */
    IssuePage issues(IssueQuery query);

    /** How many issues of each status the query finds, its own status, cursor and limit left aside; every status is a key. */
    Map<IssueStatus, Long> countByStatus(IssueQuery query);

    Optional<Issue> issue(long id);

    /** @param shortId in any case: {@code SHOP-42} */
    Optional<Issue> issue(String shortId);

    /** Events of an issue, newest first. */
    EventPage events(long issueId, @Nullable String cursor, int limit);

    /** The newest stored event of an issue; empty when retention removed them all. */
    Optional<StoredEvent> latestEvent(long issueId);

    /** @param eventId 32 hex digits */
    Optional<StoredEvent> event(long issueId, String eventId);

    /**
     * Events per hour of each issue. Fifteen days are kept by the hour; of a day before that all stand in its first hour, by UTC.
     *
     * @return for each id an array of {@code hours} counts, the oldest hour first, the last one the hour of {@code now}
     */
    Map<Long, long[]> hourly(Collection<Long> issueIds, Instant now, int hours);

    /** Events per hour of all issues together, as {@link #hourly}. */
    long[] hourlyTotal(Instant now, int hours);

    /** Values to filter by. */
    Facets facets();

    /** What people and the tracker did with an issue, newest first. */
    List<Activity> activity(long issueId, int limit);

    /**
     * Sets the status of issues that exist and have another one, and notes it in their activity. Events that come after a resolve make
     * the issue regress.
     *
     * @param actor who, for the activity: a user's name, {@code api}
     * @return how many changed
     */
    int setStatus(Collection<Long> issueIds, IssueStatus status, String actor);

    /** Deletes issues with all their events and counters. @return how many there were */
    int delete(Collection<Long> issueIds, String actor);

    /** How the store is. Never throws. */
    StoreHealth health();
}
