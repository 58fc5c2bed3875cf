package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.Thinning.Spared;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of removing, a chunk at a time: what is too old, then, of what is too much, what {@link Thinning} spares. H2 does not give freed
 * space back to the disk while it is open but uses it again, so the limit of bytes is held against what the rows are thought to take, with
 * two fifths of it left for what H2 itself needs: against the file's size it would go on removing for ever.
 */
final class Retention {
    private final RetentionPolicy policy;
    private final long oldest;
    private final double target;
    private final int chunk;
    private @Nullable IngestedShare ingested;
    private @Nullable Thinning thinning;
    private @Nullable Stock stock;
    private boolean mayBeTooOld = true;

    /**
     * @param now in microseconds
     * @param target the share of the limits that it ends at
     */
    Retention(RetentionPolicy policy, long now, double target) {
        this.policy = policy;
        this.ingested = new IngestedShare(policy);
        this.oldest = now - policy.maxAge().toMillis() * 1_000;
        this.target = target;
        this.chunk = Stock.chunk(policy);
    }

    /** What is left; counted when nothing was removed yet. */
    Stock stock(StatelessSession session) {
        Stock known = stock;
        if (known == null) {
            known = Stock.count(session);
            stock = known;
        }
        return known;
    }

    /** Removes a chunk. @return how many events; 0 when all is within the limits */
    int removeChunk(StatelessSession session) {
        Stock known = stock(session);
        List<Spared> going = tooOld(session);
        if (going.isEmpty()) {
            going = tooManyIngested(session);
        }
        if (going.isEmpty()) {
            going = tooMany(session, known);
        }
        IssueActions.deleteEvents(session, going.stream().map(Spared::id).toList());
        stock = known.without(going);
        return going.size();
    }

    /** Ids grow with the time of receipt. */
    private List<Spared> tooOld(StatelessSession session) {
        if (!mayBeTooOld) {
            return List.of();
        }
        List<Spared> old = session
                .createNativeQuery("select e.id, e.bytes, e.received from event e order by e.id", Object[].class)
                .setMaxResults(chunk)
                .getResultList()
                .stream()
                .filter(event -> ((Number) event[2]).longValue() < oldest)
                .map(Spared::of)
                .toList();
        mayBeTooOld = !old.isEmpty();
        return old;
    }

    private List<Spared> tooManyIngested(StatelessSession session) {
        IngestedShare share = ingested;
        if (share == null) {
            return List.of();
        }
        List<Spared> tooMany = share.tooMany(session, chunk);
        if (tooMany.isEmpty()) {
            ingested = null;
        }
        return tooMany;
    }

    private List<Spared> tooMany(StatelessSession session, Stock now) {
        if (!now.isBeyond(policy, target)) {
            return List.of();
        }
        List<Spared> spare = thinning == null ? List.of() : thinning.spare(session, chunk);
        if (spare.isEmpty()) {
            thinning = Thinning.of(session, now.surplus(policy, target));
            spare = thinning.spare(session, chunk);
        }
        if (spare.isEmpty()) {
            spare = oldest(session, " join issue i on i.id = e.issue_id where e.id <> i.last_event");
        }
        if (spare.isEmpty()) {
            spare = oldest(session, "");
        }
        return enough(spare, now);
    }

    private List<Spared> oldest(StatelessSession session, String condition) {
        return session
                .createNativeQuery("select e.id, e.bytes from event e" + condition + " order by e.id", Object[].class)
                .setMaxResults(chunk)
                .getResultList()
                .stream()
                .map(Spared::of)
                .toList();
    }

    /** No more than brings it within the limits. */
    private List<Spared> enough(List<Spared> spare, Stock now) {
        List<Spared> going = new ArrayList<>();
        Stock left = now;
        for (Spared event : spare) {
            if (!left.isBeyond(policy, target)) {
                break;
            }
            going.add(event);
            left = left.without(List.of(event));
        }
        return going;
    }

    /** Names that were not seen for longest, beyond a thousand each. */
    static void sweep(StatelessSession session) {
        for (String kind : List.of("environment", "release")) {
            List<String> forgotten = session.createNativeQuery(
                            "select name from known_" + kind + " order by last_seen desc, name", String.class)
                    .setFirstResult(1_000)
                    .setMaxResults(500)
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
