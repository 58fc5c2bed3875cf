package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.IssueMerging.KnownFingerprint;
import io.errortracker.store.IssueMerging.Merge;
import java.util.Collection;
import java.util.List;

/** What is known of merges. */
final class Merges {
    /** Merges of merges that are followed; a circle cannot come about, as nothing is merged into what was merged. */
    private static final int DEEPEST = 100;

    private static final int MOST = 200;

    private final Sql sql;
    private final ShortIds shortIds;

    Merges(StatelessSession session, ShortIds shortIds) {
        sql = new Sql(session);
        this.shortIds = shortIds;
    }

    /** The issue that one went into, through merges of merges; the issue itself when it went into none. */
    static long survivorOf(StatelessSession session, long issueId) {
        Sql sql = new Sql(session);
        long survivor = issueId;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Long> next = sql.list(
                    Long.class, "select m.survivor_id from issue_merge m where m.loser_id = :id", "id", survivor);
            if (next.isEmpty()) {
                return survivor;
            }
            survivor = next.get(0);
        }
        return survivor;
    }

    /** Those that went into these issues, not those that went into them before. */
    static List<Long> mergedInto(StatelessSession session, Collection<Long> issueIds) {
        return new Sql(session)
                .list(
                        Long.class,
                        "select m.loser_id from issue_merge m where m.survivor_id = any(:ids)",
                        "ids",
                        issueIds.toArray(Long[]::new));
    }

    /** Deletes what is kept of merges of and into these issues. */
    static void forget(StatelessSession session, Collection<Long> issueIds) {
        Sql sql = new Sql(session);
        Long[] ids = issueIds.toArray(Long[]::new);
        String these = " where survivor_id = any(:ids) or loser_id = any(:ids)";
        sql.run("delete from issue_merge_part where merge_id in (select id from issue_merge" + these + ")", "ids", ids);
        sql.run("delete from issue_merge" + these, "ids", ids);
    }

    List<KnownFingerprint> fingerprints(long issueId) {
        return sql
                .list(
                        Object[].class,
                        "select f.hash, f.algorithm, f.pinned, f.kind, f.headline, f.culprit, f.events, f.first_seen,"
                                + " f.last_seen, i.fingerprint, (select count(*) from issue x where x.fingerprint = f.hash)"
                                + " from fingerprint f join issue i on i.id = f.issue_id"
                                + " where f.issue_id = :id order by case when f.hash = i.fingerprint then 0 else 1 end,"
                                + " f.last_seen desc, f.hash limit "
                                + MOST,
                        "id",
                        issueId)
                .stream()
                .map(Merges::fingerprint)
                .toList();
    }

    private static KnownFingerprint fingerprint(Object[] row) {
        String headline = (String) row[4];
        return new KnownFingerprint(
                (String) row[0],
                ((Number) row[1]).intValue(),
                row[0].equals(row[9]),
                ((Number) row[10]).longValue() == 0,
                (Boolean) row[2],
                headline.isEmpty() ? (String) row[3] : row[3] + ": " + headline,
                (String) row[5],
                ((Number) row[6]).longValue(),
                Micros.instant(((Number) row[7]).longValue()),
                Micros.instant(((Number) row[8]).longValue()));
    }

    List<Merge> into(long issueId) {
        return sql
                .list(
                        MergeRow.class,
                        "select m.* from issue_merge m where m.survivor_id = :id order by m.id desc",
                        "id",
                        issueId)
                .stream()
                .map(this::merge)
                .toList();
    }

    Merge merge(MergeRow row) {
        List<IssueRow> loser = sql.list(IssueRow.class, "select i.* from issue i where i.id = :id", "id", row.loserId);
        String title = loser.isEmpty()
                ? ""
                : loser.get(0).headline.isEmpty()
                        ? loser.get(0).kind
                        : loser.get(0).kind + ": " + loser.get(0).headline;
        return new Merge(
                row.id,
                shortIds.of(row.survivorId),
                shortIds.of(row.loserId),
                title,
                Micros.instant(row.happened),
                row.actor);
    }
}
