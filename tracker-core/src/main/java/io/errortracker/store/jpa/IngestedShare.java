package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.Thinning.Spared;
import java.util.List;

/** The share of the store that events of others may take: a fifth. What goes past it is removed, so that nothing of the application's is. */
final class IngestedShare {
    private static final int PART = 5;

    private final long maxEvents;
    private final long maxBytes;

    IngestedShare(RetentionPolicy policy) {
        maxEvents = Math.max(1, policy.maxEvents() / PART);
        maxBytes = Math.max(1, policy.maxBytes() / PART);
    }

    /** Events to remove, the oldest first, those that an issue began or ends with last. */
    List<Spared> tooMany(StatelessSession session, int chunk) {
        Object[] stock = session.createNativeQuery(
                        "select count(*), coalesce(sum(cast(bytes as bigint)), 0) from ingested_event", Object[].class)
                .getSingleResult();
        long events = ((Number) stock[0]).longValue();
        long bytes = ((Number) stock[1]).longValue() + events * Stock.BYTES_BESIDE_PAYLOAD;
        if (events <= maxEvents && bytes <= maxBytes) {
            return List.of();
        }
        int surplus = (int) Math.min(chunk, Math.max(events - maxEvents, bytes > maxBytes ? events / 10 + 1 : 1));
        List<Spared> spare = oldest(
                session,
                " join event e on e.id = s.id join issue i on i.id = e.issue_id"
                        + " where e.id <> i.first_event and e.id <> i.last_event",
                surplus);
        return spare.isEmpty() ? oldest(session, "", surplus) : spare;
    }

    private static List<Spared> oldest(StatelessSession session, String condition, int limit) {
        return session
                .createNativeQuery(
                        "select s.id, s.bytes from ingested_event s" + condition + " order by s.id", Object[].class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(Spared::of)
                .toList();
    }
}
