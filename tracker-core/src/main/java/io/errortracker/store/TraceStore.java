package io.errortracker.store;

import io.errortracker.event.Span;
import java.util.List;
import java.util.Optional;

/**
 * What belongs together across programs: events and spans of one trace. Thread-safe.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface TraceStore {

    /** Stored events of a trace, oldest first. @param limit at most 100 */
    List<TracedEvent> events(String traceId, int limit);

    /** A stored event, whatever its trace. @param eventId 32 hex digits */
    Optional<TracedEvent> event(String eventId);

    /** Stored spans of a trace in the order they began. @param limit at most 1,000 */
    List<Span> spans(String traceId, int limit);

    /** Stores spans in one database transaction. */
    void record(List<Span> spans);
}
