package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.SessionUpdate;
import io.errortracker.store.ReleaseHealth.Day;
import io.errortracker.store.ReleaseHealthStore;
import io.errortracker.store.jpa.Upsert.Column;
import io.errortracker.store.jpa.Upsert.Then;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts each session once, at the hour it began, under the worst that was told of it. Runs within one transaction. */
final class SessionCounting {
    /** How long a session is known, and how long after its beginning it still counts. */
    static final long HOURS_KNOWN = Duration.ofDays(3).toHours();

    /** Sessions that are known at most. */
    static final int MAX_STATES = 200_000;

    private static final short NOT_COUNTED = -1;
    private static final Column HOUR = new Column("hour_no", "bigint");
    private static final Upsert STATE = new Upsert(
            "session_state",
            List.of(new Column("sid", "varchar(64)")),
            List.of(HOUR, new Column("outcome", "smallint")),
            Then.KEEP);
    private static final Upsert COUNTER = new Upsert(
            "session_hour",
            List.of(new Column("group_id", "bigint"), HOUR),
            List.of(new Column("sessions", "bigint"), new Column("errored", "bigint"), new Column("crashed", "bigint")),
            Then.ADD);

    private final StatelessSession session;
    private final Engine engine;
    private final long lastHour;
    private final Map<Group, Long> groups = new HashMap<>();
    private final Map<Counter, Day> counted = new TreeMap<>();

    private record Group(String release, String environment) {}

    private record Counter(long group, long hour) implements Comparable<Counter> {
        @Override
        public int compareTo(Counter other) {
            int byGroup = Long.compare(group, other.group);
            return byGroup == 0 ? Long.compare(hour, other.hour) : byGroup;
        }
    }

    /** @param now in microseconds */
    SessionCounting(StatelessSession session, Engine engine, long now) {
        this.session = session;
        this.engine = engine;
        this.lastHour = Micros.hour(now);
    }

    void record(List<SessionUpdate> updates) {
        readGroups();
        Map<String, SessionUpdate> single = new TreeMap<>();
        for (SessionUpdate update : updates) {
            if (isTooOld(update)) {
                continue;
            }
            if (update.sid() == null) {
                add(update, hour(update), new Day(update.sessions(), update.errored(), update.crashed()));
            } else {
                single.merge(Texts.column(update.sid(), 64), update, SessionCounting::worse);
            }
        }
        countOnce(single);
        writeCounters();
    }

    private boolean isTooOld(SessionUpdate update) {
        return hour(update) <= lastHour - HOURS_KNOWN;
    }

    /** A clock ahead of ours has no hours of its own. */
    private long hour(SessionUpdate update) {
        return Math.min(Micros.hour(Micros.of(update.started())), lastHour);
    }

    private static SessionUpdate worse(SessionUpdate one, SessionUpdate other) {
        return outcome(other) > outcome(one) ? other : one;
    }

    private static short outcome(SessionUpdate update) {
        return (short) (update.crashed() > 0 ? 2 : update.errored() > 0 ? 1 : 0);
    }

    private void countOnce(Map<String, SessionUpdate> updates) {
        if (updates.isEmpty()) {
            return;
        }
        begin(updates);
        List<Object[]> worsened = new ArrayList<>();
        for (Object[] row : states(updates)) {
            SessionUpdate update = updates.get((String) row[0]);
            short known = ((Number) row[2]).shortValue();
            if (update != null && outcome(update) > known && add(update, number(row[1]), between(known, update))) {
                worsened.add(new Object[] {outcome(update), row[0]});
            }
        }
        run("update session_state set outcome = ? where sid = ?", worsened);
    }

    /** Who comes first makes the row, be it another node; who has it locked counts. */
    private void begin(Map<String, SessionUpdate> updates) {
        List<Object[]> rows = new ArrayList<>();
        updates.forEach((sid, update) -> rows.add(new Object[] {sid, hour(update), NOT_COUNTED}));
        run(engine.sql(STATE), rows);
    }

    private List<Object[]> states(Map<String, SessionUpdate> updates) {
        return session.createNativeQuery(
                        "select s.sid, s.hour_no, s.outcome from session_state s where s.sid = any(:sids) order by s.sid"
                                + (engine.locksRows() ? " for update" : ""),
                        Object[].class)
                .setParameter("sids", updates.keySet().toArray(String[]::new))
                .getResultList();
    }

    private static Day between(short known, SessionUpdate update) {
        short now = outcome(update);
        return new Day(known == NOT_COUNTED ? 1 : 0, known < 1 && now >= 1 ? 1 : 0, known < 2 && now >= 2 ? 1 : 0);
    }

    /** @return whether it is counted */
    private boolean add(SessionUpdate update, long hour, Day more) {
        Long group = group(new Group(Texts.column(update.release(), 250), Texts.column(update.environment(), 250)));
        if (group != null) {
            counted.merge(new Counter(group, hour), more, Day::plus);
        }
        return group != null;
    }

    private @Nullable Long group(Group asked) {
        Long known = groups.get(asked);
        if (known != null || groups.size() >= ReleaseHealthStore.MOST_GROUPS) {
            return known;
        }
        run(
                engine.sql(new Upsert(
                        "session_group",
                        List.of(new Column("app_release", "varchar(250)"), new Column("environment", "varchar(250)")),
                        List.of(new Column("id", "bigint")),
                        Then.KEEP)),
                List.<Object[]>of(
                        new Object[] {asked.release(), asked.environment(), Sequences.take(session, "session_group", 1)
                        }));
        readGroups();
        return groups.get(asked);
    }

    private void readGroups() {
        new Sql(session)
                .list(Object[].class, "select g.id, g.app_release, g.environment from session_group g")
                .forEach(row -> groups.put(new Group((String) row[1], (String) row[2]), number(row[0])));
    }

    private void writeCounters() {
        List<Object[]> rows = new ArrayList<>();
        counted.forEach((counter, day) ->
                rows.add(new Object[] {counter.group(), counter.hour(), day.sessions(), day.errored(), day.crashed()}));
        run(engine.sql(COUNTER), rows);
    }

    private void run(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
