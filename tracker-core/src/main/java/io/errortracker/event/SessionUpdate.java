package io.errortracker.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a session, which is a visit of a page, a run of a program or a request, or of several that it counted itself.
 *
 * @param sid of the session, by which later updates are told from new sessions; null when several were counted
 * @param release of the program
 * @param environment {@code production}
 * @param started when it began; of several, the minute
 * @param sessions 1 with an id, else how many there were
 * @param errored how many of them met an error, the crashed among them
 * @param crashed how many of them ended in a crash, hung, or met a failure that nobody caught
 * @since 0.1.0
 */
public record SessionUpdate(
        @Nullable String sid,
        String release,
        String environment,
        Instant started,
        long sessions,
        long errored,
        long crashed) {

    /** At another time. */
    public SessionUpdate startedAt(Instant time) {
        return new SessionUpdate(sid, release, environment, time, sessions, errored, crashed);
    }
}
