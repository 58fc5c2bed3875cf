package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.jpa.Upsert.Column;
import io.errortracker.store.jpa.Upsert.Then;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds the hours of an issue's day, once that is long past, into the first of them, which then stands for the day. The table stays the same, so whoever reads hours
 * of a month gets the right sum for each day, and what is folded again stays as it is.
 *
 * <p>For one transaction.
 */
final class HourFolding {
    /** So many whole days are kept by the hour: what charts show by the hour, and a day more. */
    static final int DAYS_BY_HOUR = 15;

    static final long END = -1;

    private static final int HOURS = 24;
    private static final int ISSUES = 500;
    private static final int ROWS = 1_000;
    private static final Upsert DAY = new Upsert(
            "counter_hour",
            List.of(new Column("issue_id", "bigint"), new Column("hour_no", "bigint")),
            List.of(new Column("events", "bigint")),
            Then.ADD);

    private final StatelessSession session;
    private final Engine engine;
    private final long end;
    private final Set<Long> folded = new HashSet<>();

    /** @param now in microseconds */
    HourFolding(StatelessSession session, Engine engine, long now) {
        this.session = session;
        this.engine = engine;
        this.end = end(now);
    }

    /** The first hour that is kept by itself. @param now in microseconds */
    static long end(long now) {
        return dayOf(Micros.hour(now)) - DAYS_BY_HOUR * HOURS;
    }

    /** Folds a chunk. @param after where the chunk before ended; 0 for the first @return where this one ended; {@link #END} after the last */
    long chunk(long after) {
        List<Long> issues = session.createNativeQuery(
                        "select i.id from issue i where i.id > :after order by i.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(ISSUES)
                .getResultList();
        if (issues.isEmpty()) {
            return END;
        }
        long last = issues.get(issues.size() - 1);
        return fold(issues.get(0), last) == ROWS ? after : last;
    }

    /** Folds all of one issue. */
    void issue(long id) {
        if (folded.add(id)) {
            int rows = ROWS;
            while (rows == ROWS) {
                rows = fold(id, id);
            }
        }
    }

    /** Where an hour of two issues is counted: both are folded so far that it is the same for both. */
    long place(long hour, long one, long other) {
        if (hour >= end) {
            return hour;
        }
        issue(one);
        issue(other);
        return dayOf(hour);
    }

    /** Exactly the rows that were read are removed: another node may count something late into a day that is being folded. */
    private int fold(long firstIssue, long lastIssue) {
        List<Object[]> rows = rows(firstIssue, lastIssue);
        Map<List<Object>, Long> days = new LinkedHashMap<>();
        for (Object[] row : rows) {
            days.merge(List.of(number(row[0]), dayOf(number(row[1]))), number(row[2]), Long::sum);
        }
        Counting.run(
                session,
                "delete from counter_hour where issue_id = ? and hour_no = ?",
                rows.stream()
                        .map(row -> List.<Object>of(number(row[0]), number(row[1])))
                        .toList());
        Counting.run(session, engine.sql(DAY), Counting.withCount(days));
        return rows.size();
    }

    private List<Object[]> rows(long firstIssue, long lastIssue) {
        String lock = engine.locksRows() ? " for update" : "";
        return session.createNativeQuery(
                        "select c.issue_id, c.hour_no, c.events from counter_hour c where c.issue_id between :first and :last"
                                + " and c.hour_no < :end and mod(c.hour_no, 24) <> 0 order by c.issue_id, c.hour_no limit "
                                + ROWS + lock,
                        Object[].class)
                .setParameter("first", firstIssue)
                .setParameter("last", lastIssue)
                .setParameter("end", end)
                .getResultList();
    }

    private static long dayOf(long hour) {
        return hour - Math.floorMod(hour, HOURS);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
