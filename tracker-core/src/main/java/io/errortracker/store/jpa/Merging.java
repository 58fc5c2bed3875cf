package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges issues and takes them apart again, within one transaction. */
final class Merging {
    private final StatelessSession session;
    private final Sql sql;
    private final Engine engine;
    private final ShortIds shortIds;
    private final String actor;
    private final long now;
    private final IssueParts parts;

    Merging(StatelessSession session, Engine engine, ShortIds shortIds, String actor, long now) {
        this.session = session;
        this.sql = new Sql(session);
        this.engine = engine;
        this.shortIds = shortIds;
        this.actor = Texts.column(actor, 200);
        this.now = now;
        this.parts = new IssueParts(sql, new HourFolding(session, engine, now));
    }

    IssueParts parts() {
        return parts;
    }

    List<MergeRow> merge(long survivorId, Collection<Long> others) {
        List<Long> all = new ArrayList<>(others);
        all.add(survivorId);
        List<IssueRow> rows = lock(all);
        IssueRow survivor = find(rows, survivorId);
        List<MergeRow> merges = new ArrayList<>();
        for (IssueRow loser : rows) {
            if (survivor != null && loser != survivor) {
                merges.add(merge(survivor, loser));
            }
        }
        return merges;
    }

    /** The order is everyone's, so that two that lock do not wait for one another. */
    List<IssueRow> lock(Collection<Long> ids) {
        String lock = engine.locksRows() ? " for update" : "";
        return sql.list(
                IssueRow.class,
                "select i.* from issue i where i.id = any(:ids) and i.status <> :merged order by i.id" + lock,
                "ids",
                ids.toArray(Long[]::new),
                "merged",
                IssueRow.MERGED);
    }

    private static @Nullable IssueRow find(List<IssueRow> rows, long id) {
        return rows.stream().filter(row -> row.id == id).findFirst().orElse(null);
    }

    private MergeRow merge(IssueRow survivor, IssueRow loser) {
        MergeRow merge = row(survivor, loser);
        session.insert(merge);
        parts.join(merge);
        describe(survivor, loser);
        survivor.users = parts.users(survivor.id);
        parts.placeEvents(survivor);
        if (loser.status() == IssueStatus.UNRESOLVED && survivor.status() != IssueStatus.UNRESOLVED) {
            survivor.setStatus(IssueStatus.UNRESOLVED, now);
        }
        loser.status = IssueRow.MERGED;
        session.updateMultiple(List.of(survivor, loser));
        note(survivor.id, Activity.Kind.MERGED, shortIds.of(loser.id));
        return merge;
    }

    private MergeRow row(IssueRow survivor, IssueRow loser) {
        MergeRow merge = new MergeRow();
        merge.id = Sequences.take(session, "issue_merge", 1);
        merge.survivorId = survivor.id;
        merge.loserId = loser.id;
        merge.happened = now;
        merge.actor = actor;
        merge.survivorStatus = survivor.status;
        merge.loserStatus = loser.status;
        merge.survivorFirstRelease = survivor.firstRelease;
        return merge;
    }

    private static void describe(IssueRow survivor, IssueRow loser) {
        if (loser.firstSeen < survivor.firstSeen) {
            survivor.firstSeen = loser.firstSeen;
            survivor.firstRelease = loser.firstRelease;
        }
        if (loser.lastSeen > survivor.lastSeen) {
            survivor.lastSeen = loser.lastSeen;
            survivor.lastRelease = loser.lastRelease;
            survivor.severity = loser.severity;
            survivor.platform = loser.platform;
            survivor.entryPoint = loser.entryPoint;
        }
        survivor.events += loser.events;
    }

    /** @return false when it cannot be undone */
    boolean undo(MergeRow merge) {
        IssueRow loser = session.get(IssueRow.class, merge.loserId);
        List<IssueRow> locked = lock(List.of(merge.survivorId));
        if (loser == null || locked.isEmpty()) {
            return false;
        }
        IssueRow survivor = locked.get(0);
        parts.takeApart(merge);
        survivor.firstRelease = merge.survivorFirstRelease;
        if (survivor.status() == IssueStatus.UNRESOLVED && wasUnresolvedBy(merge, survivor)) {
            survivor.status = merge.survivorStatus;
        }
        loser.status = merge.loserStatus;
        recount(survivor);
        recount(loser);
        session.updateMultiple(List.of(survivor, loser));
        sql.run("delete from issue_merge_part where merge_id = :id", "id", merge.id);
        sql.run("delete from issue_merge where id = :id", "id", merge.id);
        note(survivor.id, Activity.Kind.UNMERGED, shortIds.of(loser.id));
        note(loser.id, Activity.Kind.UNMERGED, shortIds.of(survivor.id));
        return true;
    }

    private static boolean wasUnresolvedBy(MergeRow merge, IssueRow survivor) {
        return survivor.statusChanged != null && survivor.statusChanged == merge.happened;
    }

    /** @return the new issue; null when the fingerprint is not one of the issue's others */
    @Nullable
    IssueRow split(long issueId, String hash, EventFacts facts) {
        List<IssueRow> locked = lock(List.of(issueId));
        boolean another = !locked.isEmpty()
                && !locked.get(0).fingerprint.equals(hash)
                && sql.number("select count(*) from issue i where i.fingerprint = :hash", "hash", hash) == 0
                && sql.number(
                                "select count(*) from fingerprint f where f.hash = :hash and f.issue_id = :id",
                                "hash",
                                hash,
                                "id",
                                issueId)
                        > 0;
        return another ? split(locked.get(0), hash, facts) : null;
    }

    private IssueRow split(IssueRow issue, String hash, EventFacts facts) {
        IssueRow own = fresh(issue, hash);
        session.insert(own);
        parts.move(issue.id, own.id, List.of(hash), Long.MIN_VALUE);
        facts.addTo(own);
        recount(issue);
        recount(own);
        own.searchText = Texts.searchable(own.kind, own.headline, own.culprit, own.entryPoint, shortIds.of(own.id));
        session.updateMultiple(List.of(issue, own));
        note(issue.id, Activity.Kind.SPLIT, shortIds.of(own.id));
        note(own.id, Activity.Kind.SPLIT, shortIds.of(issue.id));
        return own;
    }

    private IssueRow fresh(IssueRow issue, String hash) {
        Object[] known = sql.list(
                        Object[].class,
                        "select f.kind, f.headline, f.culprit, f.algorithm from fingerprint f where f.hash = :hash",
                        "hash",
                        hash)
                .get(0);
        IssueRow own = new IssueRow();
        own.id = Sequences.take(session, "issue", 1);
        own.fingerprint = hash;
        own.algorithm = ((Number) known[3]).intValue();
        own.kind = (String) known[0];
        own.headline = (String) known[1];
        own.culprit = (String) known[2];
        own.platform = issue.platform;
        own.severity = issue.severity;
        own.entryPoint = issue.entryPoint;
        own.lastRelease = issue.lastRelease;
        own.status = (short) IssueStatus.UNRESOLVED.ordinal();
        return own;
    }

    private void recount(IssueRow issue) {
        parts.count(issue);
        issue.users = parts.users(issue.id);
        parts.placeEvents(issue);
    }

    private void note(long issueId, Activity.Kind kind, String detail) {
        ActivityRow row = new ActivityRow();
        row.id = Sequences.take(session, "activity", 1);
        row.issueId = issueId;
        row.happened = now;
        row.kind = (short) kind.ordinal();
        row.actor = actor;
        row.detail = detail;
        session.insert(row);
    }
}
