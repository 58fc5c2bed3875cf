package io.errortracker.store;

import io.errortracker.event.SessionUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sessions went, by release, environment and hour. Each session counts once, however often it is told of; which ones were told of is
 * known for three days, and sessions that began before that are not counted any more. Thread-safe; for any thread.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface ReleaseHealthStore {
    /** More releases and environments than this are not told apart: what is told of further ones is not counted. */
    int MOST_GROUPS = 500;

    /** Counts, in one database transaction. */
    void record(List<SessionUpdate> updates);

    /** By release. @param environment null for all @param days today and those before it, at most 90 */
    Map<String, ReleaseHealth> health(@Nullable String environment, Instant now, int days);
}
