package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.ReleaseHealth;
import io.errortracker.store.ReleaseHealth.Day;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How sessions went, and forgetting it. */
final class SessionQueries {
    private static final int HOURS = 24;
    private static final int MOST_DAYS = 90;
    private static final int MAX_ROWS = 200_000;

    private final StatelessSession session;
    private final long firstDay;
    private final int days;

    /** @param now in microseconds */
    SessionQueries(StatelessSession session, long now, int days) {
        this.session = session;
        this.days = Math.min(Math.max(days, 1), MOST_DAYS);
        this.firstDay = Math.floorDiv(Micros.hour(now), HOURS) - this.days + 1;
    }

    Map<String, ReleaseHealth> byRelease(@Nullable String environment) {
        String only = environment == null ? "" : " and g.environment = :environment";
        var query = session.createNativeQuery(
                        "select g.app_release, h.hour_no, h.sessions, h.errored, h.crashed from session_hour h"
                                + " join session_group g on g.id = h.group_id where h.hour_no >= :first" + only,
                        Object[].class)
                .setParameter("first", firstDay * HOURS)
                .setMaxResults(MAX_ROWS);
        if (environment != null) {
            query.setParameter("environment", environment);
        }
        Map<String, Day[]> found = new LinkedHashMap<>();
        query.getResultList().forEach(row -> add(row, found));
        Map<String, ReleaseHealth> health = new LinkedHashMap<>();
        found.forEach((release, some) -> health.put(release, new ReleaseHealth(List.of(some))));
        return health;
    }

    private void add(Object[] row, Map<String, Day[]> found) {
        Day[] ofRelease = found.computeIfAbsent((String) row[0], release -> none());
        int day = (int) (Math.floorDiv(number(row[1]), HOURS) - firstDay);
        if (day < days) {
            ofRelease[day] = ofRelease[day].plus(new Day(number(row[2]), number(row[3]), number(row[4])));
        }
    }

    private Day[] none() {
        Day[] none = new Day[days];
        Arrays.fill(none, Day.NONE);
        return none;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** Forgets hours that are too old or too many, groups without hours, and sessions that do not count any more. */
    static void forget(StatelessSession session, long oldest, long now) {
        Sql sql = new Sql(session);
        sql.run("delete from session_hour where hour_no < :hour", "hour", Micros.hour(oldest));
        beyond(session, "session_hour", MAX_ROWS);
        sql.run("delete from session_group where not exists"
                + " (select 1 from session_hour h where h.group_id = session_group.id)");
        sql.run(
                "delete from session_state where hour_no <= :hour",
                "hour",
                Micros.hour(now) - SessionCounting.HOURS_KNOWN);
        beyond(session, "session_state", SessionCounting.MAX_STATES);
    }

    /** Forgets the oldest hours beyond so many rows. */
    private static void beyond(StatelessSession session, String table, int most) {
        List<Long> first = session.createNativeQuery(
                        "select hour_no from " + table + " order by hour_no desc", Long.class)
                .setFirstResult(most)
                .setMaxResults(1)
                .getResultList();
        for (Long hour : first) {
            new Sql(session).run("delete from " + table + " where hour_no <= :hour", "hour", hour);
        }
    }
}
