package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what to remove next, a chunk at a time: what is too old, then, of what is too much, what {@link Thinning} spares. H2 does not give freed space back to the disk while it is open but
 * uses it again, so the limit of bytes is held against what the rows are thought to take, with a fifth of it left for what H2 itself
 * needs: against the file's size it would go on removing for ever.
 */
final class Retention {
    static final int CHUNK = 500;

    /** What an event takes beside its payload: its row, the keys of four indexes, its share of the counters. */
    static final long BYTES_BESIDE_PAYLOAD = 600;

    private static final long BYTES_OF_ISSUE = 3_000;
    private static final double SHARE_FOR_ROWS = 0.8;

    private final RetentionPolicy policy;
    private final IngestedShare ingested;
    private final long oldest;
    private final Thinning thinning = new Thinning();

    /** @param now in microseconds */
    Retention(RetentionPolicy policy, long now) {
        this.policy = policy;
        this.ingested = new IngestedShare(policy);
        this.oldest = now - policy.maxAge().toMillis() * 1_000;
    }

    /** How much is stored. */
    record Stock(long events, long bytes) {}

    Stock stock(StatelessSession session) {
        Object[] row = session.createNativeQuery(
                        "select count(*), coalesce(sum(cast(bytes as bigint)), 0) from event", Object[].class)
                .getSingleResult();
        long events = ((Number) row[0]).longValue();
        long issues = new OtherQueries(session).count("issue");
        long bytes = ((Number) row[1]).longValue() + events * BYTES_BESIDE_PAYLOAD + issues * BYTES_OF_ISSUE;
        return new Stock(events, bytes);
    }

    private boolean isTooMuch(Stock stock) {
        return stock.events() > policy.maxEvents() || stock.bytes() > policy.maxBytes() * SHARE_FOR_ROWS;
    }

    /** Removes a chunk. @return how many events; 0 when all is within the limits */
    int removeChunk(StatelessSession session) {
        List<Long> ids = tooOld(session);
        if (ids.isEmpty()) {
            ids = ingested.tooMany(session);
        }
        if (ids.isEmpty()) {
            ids = tooMany(session, stock(session));
        }
        IssueActions.deleteEvents(session, ids);
        return ids.size();
    }

    /** Ids grow with the time of receipt. */
    private List<Long> tooOld(StatelessSession session) {
        List<EventRow> first = session.createNativeQuery("select e.* from event e order by e.id", EventRow.class)
                .setMaxResults(CHUNK)
                .getResultList();
        return first.stream()
                .filter(event -> event.received < oldest)
                .map(event -> event.id)
                .toList();
    }

    private List<Long> tooMany(StatelessSession session, Stock stock) {
        if (!isTooMuch(stock)) {
            return List.of();
        }
        List<EventRow> spare = thinning.spare(session, CHUNK);
        if (spare.isEmpty()) {
            spare = oldest(session, " join issue i on i.id = e.issue_id where e.id <> i.last_event");
        }
        if (spare.isEmpty()) {
            spare = oldest(session, "");
        }
        return enough(spare, stock);
    }

    private static List<EventRow> oldest(StatelessSession session, String condition) {
        return session.createNativeQuery("select e.* from event e" + condition + " order by e.id", EventRow.class)
                .setMaxResults(CHUNK)
                .getResultList();
    }

    /** No more than brings it within the limits. */
    private List<Long> enough(List<EventRow> spare, Stock stock) {
        List<Long> ids = new ArrayList<>();
        Stock left = stock;
        for (EventRow event : spare) {
            if (!isTooMuch(left)) {
                break;
            }
            ids.add(event.id);
            left = new Stock(left.events() - 1, left.bytes() - event.bytes - BYTES_BESIDE_PAYLOAD);
        }
        return ids;
    }

    /** Names that were not seen for longest, beyond a thousand each. */
    static void sweep(StatelessSession session) {
        for (String kind : List.of("environment", "release")) {
            List<String> forgotten = session.createNativeQuery(
                            "select name from known_" + kind + " order by last_seen desc, name", String.class)
                    .setFirstResult(1_000)
                    .setMaxResults(CHUNK)
                    .getResultList();
            if (!forgotten.isEmpty()) {
                for (String table : List.of("known_" + kind, "issue_" + kind)) {
                    session.createNativeMutationQuery("delete from " + table + " where name in (:names)")
                            .setParameterList("names", forgotten)
                            .executeUpdate();
                }
            }
        }
    }
}
