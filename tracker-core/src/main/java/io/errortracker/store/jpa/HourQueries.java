package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events per hour. */
final class HourQueries {
    private static final int MAX_HOURS = 24 * 366;

    private final StatelessSession session;
    private final long lastHour;
    private final int hours;

    HourQueries(StatelessSession session, Instant now, int hours) {
        this.session = session;
        this.lastHour = Micros.hour(Micros.of(now));
        this.hours = Math.min(Math.max(hours, 1), MAX_HOURS);
    }

    /** One issue at a time: a list of ids would make H2 read every hour each issue ever had. */
    Map<Long, long[]> ofIssues(Collection<Long> issueIds) {
        Map<Long, long[]> counts = new LinkedHashMap<>();
        session.doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select hour_no, events from counter_hour where issue_id = ? and hour_no between ? and ?")) {
                for (long id : issueIds) {
                    select.setLong(1, id);
                    counts.put(id, counts(select, 2));
                }
            }
        });
        return counts;
    }

    long[] of(long issueId) {
        long[] counts = ofIssues(List.of(issueId)).get(issueId);
        return counts == null ? new long[hours] : counts;
    }

    long[] ofAll() {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select hour_no, events from total_hour where hour_no between ? and ?")) {
                return counts(select, 1);
            }
        });
    }

    private long[] counts(PreparedStatement select, int first) throws SQLException {
        long firstHour = lastHour - hours + 1;
        select.setLong(first, firstHour);
        select.setLong(first + 1, lastHour);
        long[] counts = new long[hours];
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts[(int) (rows.getLong(1) - firstHour)] = rows.getLong(2);
            }
        }
        return counts;
    }
}
