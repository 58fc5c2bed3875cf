package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link IssueMerging} in the store's database. */
final class JpaMerging implements IssueMerging {
    /** Of which users, environments and releases are read when a fingerprint is split off. */
    private static final int READ = 1_000;

    private final Access store;
    private final ShortIds shortIds;
    private final EventJson json;

    JpaMerging(Access store, ShortIds shortIds, EventJson json) {
        this.store = store;
        this.shortIds = shortIds;
        this.json = json;
    }

    @Override
    public List<KnownFingerprint> fingerprints(long issueId) {
        return store.read(session -> new Merges(session, shortIds).fingerprints(issueId));
    }

    @Override
    public List<Merge> mergedInto(long issueId) {
        return store.read(session -> new Merges(session, shortIds).into(issueId));
    }

    @Override
    public List<Merge> merge(long survivor, Collection<Long> others, String actor) {
        return store.write((session, database) -> {
            Merges merges = new Merges(session, shortIds);
            return merging(session, database, actor).merge(survivor, others).stream()
                    .map(merges::merge)
                    .toList();
        });
    }

    @Override
    public Optional<Merge> undo(long mergeId, String actor) {
        return store.write((session, database) -> {
            MergeRow row = session.get(MergeRow.class, mergeId);
            if (row == null) {
                return Optional.empty();
            }
            Merge undone = new Merges(session, shortIds).merge(row);
            return merging(session, database, actor).undo(row) ? Optional.of(undone) : Optional.empty();
        });
    }

    @Override
    public Optional<String> split(long issueId, String fingerprint, String actor) {
        return store.write((session, database) -> {
            List<StoredEvent> events = new EventQueries(session, json).ofFingerprint(issueId, fingerprint, READ);
            EventFacts facts = new EventFacts(new Sql(session), database.users(), events);
            IssueRow own = merging(session, database, actor).split(issueId, fingerprint, facts);
            return Optional.ofNullable(own).map(issue -> shortIds.of(issue.id));
        });
    }

    private Merging merging(StatelessSession session, Database database, String actor) {
        return new Merging(session, database.engine(), shortIds, actor, store.now());
    }
}
