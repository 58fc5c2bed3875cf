package io.errortracker.store.jpa;

import io.errortracker.issue.GroupedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events that change their fingerprint and their issue: what is noted of them, and what goes with them. */
final class EventMoves {
    private static final String OF_RUN = " from regroup_move m where m.run_id = :run and m.to_fingerprint = :hash";

    private final Sql sql;
    private final IssueParts parts;

    EventMoves(Sql sql, IssueParts parts) {
        this.sql = sql;
        this.parts = parts;
    }

    /** A fingerprint that was not there, without events yet. */
    void insert(GroupedEvent first, long issueId) {
        sql.run(
                "insert into fingerprint (hash, issue_id, algorithm, pinned, events, first_seen, last_seen, kind, headline,"
                        + " culprit) values (:hash, :issue, :algorithm, false, 0, 0, 0, :kind, :headline, :culprit)",
                "hash",
                first.fingerprint().hash(),
                "issue",
                issueId,
                "algorithm",
                first.fingerprint().version(),
                "kind",
                Texts.column(first.type(), 300),
                "headline",
                Texts.column(first.value(), 500),
                "culprit",
                first.culprit() == null ? "" : Texts.column(first.culprit(), 500));
    }

    /** Notes which events of an issue go; those that are there no more do not. */
    void record(long run, long from, long to, String hash, List<Long> numbers) {
        sql.run(
                "insert into regroup_move (run_id, event_id, from_issue, from_fingerprint, to_issue, to_fingerprint)"
                        + " select cast(:run as bigint), e.id, e.issue_id, e.fingerprint, cast(:to as bigint),"
                        + " cast(:hash as varchar(64)) from event e where e.issue_id = :from and e.id = any(:numbers)"
                        + " and e.fingerprint is not null",
                "run",
                run,
                "to",
                to,
                "hash",
                hash,
                "from",
                from,
                "numbers",
                numbers.toArray(Long[]::new));
    }

    /** Moves what was noted for a fingerprint. */
    void carryOut(long run, long to, String hash) {
        List<Object[]> from = sql.list(
                Object[].class,
                "select m.from_issue, m.from_fingerprint, count(*)" + OF_RUN
                        + " group by m.from_issue, m.from_fingerprint",
                "run",
                run,
                "hash",
                hash);
        for (Object[] row : from) {
            move(run, hash, ((Number) row[0]).longValue(), to, (String) row[1], hash, ((Number) row[2]).longValue());
        }
        sql.run(
                "update event set issue_id = :to, fingerprint = :hash where id in (select m.event_id" + OF_RUN + ")",
                "to",
                to,
                "run",
                run,
                "hash",
                hash);
        span(hash);
    }

    private void move(long run, String of, long from, long to, String fromHash, String toHash, long count) {
        if (from != to) {
            sql.list(
                            Object[].class,
                            "select e.happened / 3600000000, count(*) from event e where e.fingerprint = :fingerprint and"
                                    + " e.issue_id = :issue and e.id in (select m.event_id"
                                    + OF_RUN + ") group by e.happened / 3600000000",
                            "fingerprint",
                            fromHash,
                            "issue",
                            from,
                            "run",
                            run,
                            "hash",
                            of)
                    .forEach(hour ->
                            parts.moveHour(from, to, ((Number) hour[0]).longValue(), ((Number) hour[1]).longValue()));
        }
        String add = "update fingerprint set events = events + :count where hash = :hash";
        sql.run(add, "count", -count, "hash", fromHash);
        sql.run(add, "count", count, "hash", toHash);
    }

    /** When the stored events of a fingerprint happened; where none are stored it keeps what was known. */
    private void span(String hash) {
        sql.run(
                "update fingerprint set first_seen = (select min(e.happened) from event e where e.fingerprint = :hash),"
                        + " last_seen = (select max(e.happened) from event e where e.fingerprint = :hash)"
                        + " where hash = :hash and exists (select 1 from event e where e.fingerprint = :hash)",
                "hash",
                hash);
    }

    /** Puts the events of a run back, and has its new fingerprints lead to where most of their events came from. */
    void putBack(long run, List<String> fresh) {
        List<Object[]> moved = sql.list(
                Object[].class,
                "select m.to_fingerprint, m.to_issue, m.from_fingerprint, m.from_issue, count(*) from regroup_move m"
                        + " join event e on e.id = m.event_id and e.issue_id = m.to_issue and e.fingerprint = m.to_fingerprint"
                        + " where m.run_id = :run group by m.to_fingerprint, m.to_issue, m.from_fingerprint, m.from_issue"
                        + " order by 5",
                "run",
                run);
        Map<String, long[]> came = new HashMap<>();
        for (Object[] row : moved) {
            String hash = (String) row[0];
            long from = ((Number) row[3]).longValue();
            putBack(run, hash, ((Number) row[1]).longValue(), (String) row[2], from, ((Number) row[4]).longValue());
            if (fresh.contains(hash)) {
                came.put(hash, new long[] {((Number) row[1]).longValue(), from});
            }
        }
        came.forEach((hash, way) -> sendBack(hash, way[0], way[1]));
    }

    /** What came since goes there too, and stays there: people said no to the other place. */
    private void sendBack(String hash, long to, long from) {
        if (to == from) {
            sql.run("update fingerprint set pinned = true where hash = :hash", "hash", hash);
        } else {
            parts.move(to, from, List.of(hash), Long.MIN_VALUE);
        }
    }

    private void putBack(long run, String hash, long to, String fromHash, long from, long count) {
        Object[] these = {"run", run, "hash", hash, "fromHash", fromHash, "from", from, "to", to};
        String ids = " where e.issue_id = :to and e.fingerprint = :hash and e.id in (select m.event_id" + OF_RUN
                + " and m.from_fingerprint = :fromHash and m.from_issue = :from)";
        if (from != to) {
            sql.list(
                            Object[].class,
                            "select e.happened / 3600000000, count(*) from event e" + ids
                                    + " group by e.happened / 3600000000",
                            these)
                    .forEach(hour ->
                            parts.moveHour(to, from, ((Number) hour[0]).longValue(), ((Number) hour[1]).longValue()));
        }
        sql.run("update event e set issue_id = :from, fingerprint = :fromHash" + ids, these);
        String add = "update fingerprint set events = events + :count where hash = :hash";
        sql.run(add, "count", -count, "hash", hash);
        sql.run(add, "count", count, "hash", fromHash);
    }
}
