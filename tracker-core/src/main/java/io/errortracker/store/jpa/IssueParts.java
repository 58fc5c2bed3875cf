package io.errortracker.store.jpa;

import io.errortracker.issue.Issue;
import java.util.List;

/** Moves what belongs to an issue, beside its own row, to another one. */
final class IssueParts {
    private static final short FINGERPRINT = 0;

    /** What the survivor may not have had yet: the table, its column, the kind of part, and how the column is told as text and back. */
    private enum Named {
        USER("issue_user", "user_hash", 1, "cast(t.user_hash as varchar(250))", "cast(p.name as bigint)"),
        ENVIRONMENT("issue_environment", "name", 2, "t.name", "p.name"),
        RELEASE("issue_release", "name", 3, "t.name", "p.name");

        private final String table;
        private final String column;
        private final short kind;
        private final String toText;
        private final String fromText;

        Named(String table, String column, int kind, String toText, String fromText) {
            this.table = table;
            this.column = column;
            this.kind = (short) kind;
            this.toText = toText;
            this.fromText = fromText;
        }

        /** Of the loser's, those the survivor has not. */
        private String missing(String select) {
            return " select " + select + " from " + table
                    + " t where t.issue_id = :loser and not exists (select 1 from " + table
                    + " s where s.issue_id = :survivor and s." + column + " = t." + column + ")";
        }
    }

    private final Sql sql;
    private final HourFolding folding;

    IssueParts(Sql sql, HourFolding folding) {
        this.sql = sql;
        this.folding = folding;
    }

    /** Adds all of the loser's to the survivor's; the loser keeps its own, but for fingerprints and events. */
    void join(MergeRow merge) {
        long survivor = merge.survivorId;
        long loser = merge.loserId;
        sql.run(
                "insert into issue_merge_part (merge_id, kind, name) select cast(:merge as bigint), cast(:kind as smallint),"
                        + " f.hash from fingerprint f where f.issue_id = :loser",
                "merge",
                merge.id,
                "kind",
                FINGERPRINT,
                "loser",
                loser);
        sql.run(
                "update fingerprint set issue_id = :survivor, pinned = true where issue_id = :loser",
                "survivor",
                survivor,
                "loser",
                loser);
        sql.run("update event set issue_id = :survivor where issue_id = :loser", "survivor", survivor, "loser", loser);
        for (Named named : Named.values()) {
            join(named, merge);
        }
        addHours(survivor, loser);
    }

    private void join(Named named, MergeRow merge) {
        sql.run(
                "insert into issue_merge_part (merge_id, kind, name)"
                        + named.missing("cast(:merge as bigint), cast(:kind as smallint), " + named.toText),
                "merge",
                merge.id,
                "kind",
                named.kind,
                "survivor",
                merge.survivorId,
                "loser",
                merge.loserId);
        sql.run(
                "insert into " + named.table + " (issue_id, " + named.column + ")"
                        + named.missing("cast(:survivor as bigint), t." + named.column),
                "survivor",
                merge.survivorId,
                "loser",
                merge.loserId);
    }

    private void addHours(long survivor, long loser) {
        folding.issue(survivor);
        folding.issue(loser);
        sql.run(
                "update counter_hour s set events = s.events + (select l.events from counter_hour l"
                        + " where l.issue_id = :loser and l.hour_no = s.hour_no) where s.issue_id = :survivor and exists"
                        + " (select 1 from counter_hour l where l.issue_id = :loser and l.hour_no = s.hour_no)",
                "survivor",
                survivor,
                "loser",
                loser);
        sql.run(
                "insert into counter_hour (issue_id, hour_no, events) select cast(:survivor as bigint), l.hour_no, l.events"
                        + " from counter_hour l where l.issue_id = :loser and not exists (select 1 from counter_hour s"
                        + " where s.issue_id = :survivor and s.hour_no = l.hour_no)",
                "survivor",
                survivor,
                "loser",
                loser);
    }

    /** Gives back what came with a merge. */
    void takeApart(MergeRow merge) {
        folding.issue(merge.survivorId);
        folding.issue(merge.loserId);
        sql.run(
                "update counter_hour s set events = s.events - (select l.events from counter_hour l"
                        + " where l.issue_id = :loser and l.hour_no = s.hour_no) where s.issue_id = :survivor and exists"
                        + " (select 1 from counter_hour l where l.issue_id = :loser and l.hour_no = s.hour_no)",
                "survivor",
                merge.survivorId,
                "loser",
                merge.loserId);
        List<String> hashes = sql.list(
                String.class,
                "select p.name from issue_merge_part p join fingerprint f on f.hash = p.name"
                        + " where p.merge_id = :merge and p.kind = :kind and f.issue_id = :survivor",
                "merge",
                merge.id,
                "kind",
                FINGERPRINT,
                "survivor",
                merge.survivorId);
        move(merge.survivorId, merge.loserId, hashes, merge.happened);
        for (Named named : Named.values()) {
            sql.run(
                    "delete from " + named.table + " where issue_id = :survivor and " + named.column + " in (select "
                            + named.fromText + " from issue_merge_part p where p.merge_id = :merge and p.kind = :kind)",
                    "survivor",
                    merge.survivorId,
                    "merge",
                    merge.id,
                    "kind",
                    named.kind);
        }
    }

    /** Moves fingerprints and their stored events, and of those that were received since a time the hours. */
    void move(long from, long to, List<String> hashes, long since) {
        String[] moved = hashes.toArray(String[]::new);
        sql.run(
                "update fingerprint set issue_id = :to, pinned = true where hash = any(:hashes) and issue_id = :from",
                "to",
                to,
                "hashes",
                moved,
                "from",
                from);
        List<Object[]> hours = sql.list(
                Object[].class,
                "select e.happened / 3600000000, count(*) from event e where e.issue_id = :from and e.received > :since"
                        + " and e.fingerprint = any(:hashes) group by e.happened / 3600000000",
                "from",
                from,
                "since",
                since,
                "hashes",
                moved);
        for (Object[] hour : hours) {
            moveHour(from, to, ((Number) hour[0]).longValue(), ((Number) hour[1]).longValue());
        }
        sql.run("delete from counter_hour where issue_id = any(:ids) and events <= 0", "ids", new Long[] {from, to});
        sql.run(
                "update event set issue_id = :to where issue_id = :from and fingerprint = any(:hashes)",
                "to",
                to,
                "from",
                from,
                "hashes",
                moved);
    }

    void moveHour(long from, long to, long happened, long events) {
        long hour = folding.place(happened, from, to);
        String change = "update counter_hour set events = events + :events where issue_id = :issue and hour_no = :hour";
        sql.run(change, "events", -events, "issue", from, "hour", hour);
        if (sql.run(change, "events", events, "issue", to, "hour", hour) == 0) {
            sql.run(
                    "insert into counter_hour (issue_id, hour_no, events) values (:issue, :hour, :events)",
                    "issue",
                    to,
                    "hour",
                    hour,
                    "events",
                    events);
        }
    }

    /** From its fingerprints: how many events, the first and the last. */
    void count(IssueRow issue) {
        Object[] sums = sql.list(
                        Object[].class,
                        "select coalesce(sum(f.events), 0), min(f.first_seen), max(f.last_seen) from fingerprint f"
                                + " where f.issue_id = :id and f.events > 0",
                        "id",
                        issue.id)
                .get(0);
        issue.events = ((Number) sums[0]).longValue();
        if (sums[1] != null && sums[2] != null) {
            issue.firstSeen = ((Number) sums[1]).longValue();
            issue.lastSeen = ((Number) sums[2]).longValue();
        }
    }

    long users(long issueId) {
        return Math.min(
                Issue.MAX_USERS, sql.number("select count(*) from issue_user u where u.issue_id = :id", "id", issueId));
    }

    /** Which of its stored events are the first and the latest. */
    void placeEvents(IssueRow issue) {
        issue.firstEvent = sql.number("select min(e.id) from event e where e.issue_id = :id", "id", issue.id);
        List<Long> last = sql.list(
                Long.class,
                "select e.id from event e where e.issue_id = :id order by e.issue_id, e.happened desc, e.id desc limit 1",
                "id",
                issue.id);
        issue.lastEvent = last.isEmpty() ? 0 : last.get(0);
    }
}
