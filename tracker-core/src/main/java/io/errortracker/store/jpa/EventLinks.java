package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Ingested;
import io.errortracker.event.TraceContext;
import java.util.ArrayList;
import java.util.List;

/** What is noted of a few events beside their row: who sent them, which trace they are part of. Most events have neither. */
final class EventLinks {
    static final List<String> TABLES = List.of("ingested_event", "event_trace");

    private final List<IngestedEventRow> ingested = new ArrayList<>();
    private final List<EventTraceRow> traces = new ArrayList<>();

    void add(EventRow row, ErrorEvent event) {
        if (Ingested.is(event)) {
            IngestedEventRow mark = new IngestedEventRow();
            mark.id = row.id;
            mark.bytes = row.bytes;
            ingested.add(mark);
        }
        String traceId = TraceContext.idOf(event);
        if (traceId != null) {
            EventTraceRow trace = new EventTraceRow();
            trace.id = row.id;
            trace.traceId = traceId;
            traces.add(trace);
        }
    }

    void write(StatelessSession session) {
        session.insertMultiple(ingested);
        session.insertMultiple(traces);
    }
}
