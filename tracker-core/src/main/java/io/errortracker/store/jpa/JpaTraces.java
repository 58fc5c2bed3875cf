package io.errortracker.store.jpa;

import io.errortracker.event.Span;
import io.errortracker.store.TraceStore;
import io.errortracker.store.TracedEvent;
import java.util.List;
import java.util.Optional;

/** Traces in the store's database. */
record JpaTraces(Access access, ShortIds shortIds) implements TraceStore {
    @Override
    public List<TracedEvent> events(String traceId, int limit) {
        return access.read(session -> new Traces(session).events(traceId, limit, shortIds));
    }

    @Override
    public Optional<TracedEvent> event(String eventId) {
        return access.read(session -> new Traces(session).event(eventId, shortIds));
    }

    @Override
    public List<Span> spans(String traceId, int limit) {
        return access.read(session -> new Traces(session).spans(traceId, limit));
    }

    @Override
    public void record(List<Span> spans) {
        if (!spans.isEmpty()) {
            access.write((session, database) -> {
                new Traces(session).record(spans);
                return spans.size();
            });
        }
    }
}
