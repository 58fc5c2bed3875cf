package io.errortracker.ingest;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import java.util.List;

/**
 * Where events, spans and sessions go. Thread-safe, never blocks.
 *
 * @since 0.1.0
 */
public interface Intake {

    /** @param bytes it was sent as; @return false when there is no room */
    boolean offer(ErrorEvent event, int bytes);

    /** @return false when there is no room */
    boolean offer(List<Span> spans);

    /** @return false when there is no room */
    boolean offerSessions(List<SessionUpdate> updates);
}
