package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.store.RegroupStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link RegroupStore} in the store's database. */
final class JpaRegrouping implements RegroupStore {
    private static final String RUN = "select r.id, r.happened, r.actor, r.note, r.events, r.undone from regroup_run r";

    private final Access store;
    private final ShortIds shortIds;
    private final EventJson json;

    JpaRegrouping(Access store, ShortIds shortIds, EventJson json) {
        this.store = store;
        this.shortIds = shortIds;
        this.json = json;
    }

    @Override
    public List<Shelved> events(long after, int limit) {
        return store.read(session -> new EventQueries(session, json).shelved(after, limit));
    }

    @Override
    public Map<String, Long> issuesOf(Collection<String> fingerprints) {
        return store.read(session -> {
            Map<String, Long> issues = new HashMap<>();
            new Sql(session)
                    .list(
                            Object[].class,
                            "select f.hash, f.issue_id from fingerprint f where f.hash = any(:hashes)",
                            "hashes",
                            fingerprints.toArray(String[]::new))
                    .forEach(row -> issues.put((String) row[0], ((Number) row[1]).longValue()));
            return issues;
        });
    }

    @Override
    public Map<Long, Known> known(Collection<Long> issueIds) {
        return store.read(session -> {
            Map<Long, Known> known = new HashMap<>();
            new Sql(session)
                    .list(
                            Object[].class,
                            "select i.id, i.kind, i.headline, (select count(*) from event e where e.issue_id = i.id)"
                                    + " from issue i where i.id = any(:ids)",
                            "ids",
                            issueIds.toArray(Long[]::new))
                    .forEach(row -> known.put(((Number) row[0]).longValue(), known(row)));
            return known;
        });
    }

    private Known known(Object[] row) {
        String headline = (String) row[2];
        return new Known(
                shortIds.of(((Number) row[0]).longValue()),
                headline.isEmpty() ? (String) row[1] : row[1] + ": " + headline,
                ((Number) row[3]).longValue());
    }

    @Override
    public Run apply(List<Move> moves, List<Join> joins, String note, String actor) {
        return store.write((session, database) ->
                run(session, regrouping(session, database, actor).apply(moves, joins, note)));
    }

    @Override
    public Optional<Run> undo(long runId, String actor) {
        return store.write((session, database) ->
                regrouping(session, database, actor).undo(runId) ? Optional.of(run(session, runId)) : Optional.empty());
    }

    private Regrouping regrouping(StatelessSession session, Database database, String actor) {
        Merging merging = new Merging(session, database.engine(), shortIds, actor, store.now());
        EventQueries events = new EventQueries(session, json);
        return new Regrouping(session, merging, events, database.users(), shortIds, actor, store.now());
    }

    @Override
    public List<Run> runs(int limit) {
        return store.read(session -> new Sql(session)
                .list(Object[].class, RUN + " order by r.id desc limit " + Math.min(Math.max(limit, 1), 100)).stream()
                        .map(JpaRegrouping::run)
                        .toList());
    }

    private static Run run(StatelessSession session, long id) {
        return run(new Sql(session)
                .list(Object[].class, RUN + " where r.id = :id", "id", id)
                .get(0));
    }

    private static Run run(Object[] row) {
        return new Run(
                ((Number) row[0]).longValue(),
                Micros.instant(((Number) row[1]).longValue()),
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                (Boolean) row[5]);
    }
}
