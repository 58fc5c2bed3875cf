package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.Span;
import io.errortracker.store.TracedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Events and spans of one trace. */
final class Traces {
    /** Spans that are kept, whatever their age. */
    static final int MAX_SPANS = 50_000;

    /** How long spans are kept. */
    static final Duration MAX_AGE = Duration.ofDays(7);

    private static final String TRACED = "select e.event_id, i.id, i.kind, i.headline, i.platform, e.happened";
    private static final int MAX_EVENTS = 100;
    private static final int CHUNK = 1_000;

    private final StatelessSession session;

    Traces(StatelessSession session) {
        this.session = session;
    }

    Optional<TracedEvent> event(String eventId, ShortIds shortIds) {
        return session
                .createNativeQuery(
                        TRACED + " from event e join issue i on i.id = e.issue_id where e.event_id = :event",
                        Object[].class)
                .setParameter("event", eventId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> event(row, shortIds));
    }

    List<TracedEvent> events(String traceId, int limit, ShortIds shortIds) {
        List<Object[]> rows = session.createNativeQuery(
                        TRACED + " from event_trace t join event e on e.id = t.id join issue i on i.id = e.issue_id"
                                + " where t.trace_id = :trace order by e.happened, e.id",
                        Object[].class)
                .setParameter("trace", traceId)
                .setMaxResults(Math.min(Math.max(limit, 1), MAX_EVENTS))
                .getResultList();
        return rows.stream().map(row -> event(row, shortIds)).toList();
    }

    private static TracedEvent event(Object[] row, ShortIds shortIds) {
        long issueId = ((Number) row[1]).longValue();
        return new TracedEvent(
                (String) row[0],
                issueId,
                shortIds.of(issueId),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Micros.instant(((Number) row[5]).longValue()));
    }

    List<Span> spans(String traceId, int limit) {
        return session
                .createSelectionQuery("from SpanRow s where s.traceId = :trace order by s.started, s.id", SpanRow.class)
                .setParameter("trace", traceId)
                .setMaxResults(Math.min(Math.max(limit, 1), CHUNK))
                .getResultList()
                .stream()
                .map(SpanRow::toSpan)
                .toList();
    }

    void record(List<Span> spans) {
        long first = Sequences.take(session, "span", spans.size());
        long[] next = {first};
        session.insertMultiple(
                spans.stream().map(span -> SpanRow.of(next[0]++, span)).toList());
    }

    /** Removes up to a thousand spans that are too old or too many. @param now in microseconds; @return how many */
    int removeChunk(long now) {
        long oldest = now - MAX_AGE.toMillis() * 1_000;
        List<Long> ids = session.createNativeQuery(
                        "select id from span where id <= (select coalesce(max(id), 0) - :keep from span)"
                                + " or id in (select id from span where started < :oldest) order by id",
                        Long.class)
                .setParameter("keep", (long) MAX_SPANS)
                .setParameter("oldest", oldest)
                .setMaxResults(CHUNK)
                .getResultList();
        if (!ids.isEmpty()) {
            session.createNativeMutationQuery("delete from span where id in (:ids)")
                    .setParameterList("ids", ids)
                    .executeUpdate();
        }
        return ids.size();
    }
}
