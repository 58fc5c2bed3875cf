package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.jpa.Upsert.Column;
import io.errortracker.store.jpa.Upsert.Then;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one batch adds to the tables beside issues and events, summed up before it is written. */
final class Counting {
    private static final Column ISSUE = new Column("issue_id", "bigint");
    private static final Column HOUR = new Column("hour_no", "bigint");
    private static final Column EVENTS = new Column("events", "bigint");
    private static final Column NAME = new Column("name", "varchar(250)");
    private static final List<Column> SPAN =
            List.of(new Column("first_seen", "bigint"), new Column("last_seen", "bigint"));
    private static final Upsert HOUR_OF_ISSUE =
            new Upsert("counter_hour", List.of(ISSUE, HOUR), List.of(EVENTS), Then.ADD);
    private static final Upsert HOUR_OF_ALL = new Upsert("total_hour", List.of(HOUR), List.of(EVENTS), Then.ADD);
    private static final Upsert USER = Upsert.keep("issue_user", ISSUE, new Column("user_hash", "bigint"));
    private static final Upsert ENVIRONMENT_OF_ISSUE = Upsert.keep("issue_environment", ISSUE, NAME);
    private static final Upsert RELEASE_OF_ISSUE = Upsert.keep("issue_release", ISSUE, NAME);
    private static final Upsert ENVIRONMENT = new Upsert("known_environment", List.of(NAME), SPAN, Then.SPAN);
    private static final Upsert RELEASE = new Upsert("known_release", List.of(NAME), SPAN, Then.SPAN);

    private final Map<List<Object>, Long> hoursOfIssues = new LinkedHashMap<>();
    private final Map<List<Object>, Long> hoursOfAll = new LinkedHashMap<>();
    private final Set<List<Object>> users = new LinkedHashSet<>();
    private final Set<List<Object>> environmentsOfIssues = new LinkedHashSet<>();
    private final Set<List<Object>> releasesOfIssues = new LinkedHashSet<>();
    private final Map<String, long[]> environments = new LinkedHashMap<>();
    private final Map<String, long[]> releases = new LinkedHashMap<>();

    void happened(long issueId, long micros, long events) {
        long hour = Micros.hour(micros);
        hoursOfIssues.merge(List.of(issueId, hour), events, Long::sum);
        hoursOfAll.merge(List.of(hour), events, Long::sum);
    }

    void user(long issueId, long hash) {
        users.add(List.of(issueId, hash));
    }

    void environment(long issueId, String name, long micros) {
        environmentsOfIssues.add(List.of(issueId, name));
        span(environments, name, micros);
    }

    void release(long issueId, String name, long micros) {
        releasesOfIssues.add(List.of(issueId, name));
        span(releases, name, micros);
    }

    private static void span(Map<String, long[]> spans, String name, long micros) {
        long[] span = spans.computeIfAbsent(name, first -> new long[] {micros, micros});
        span[0] = Math.min(span[0], micros);
        span[1] = Math.max(span[1], micros);
    }

    /** @return how many users are new, by issue */
    Map<Long, Integer> writeUsers(StatelessSession session, Engine engine) {
        List<List<Object>> rows = List.copyOf(users);
        int[] inserted = run(session, engine.sql(USER), rows);
        Map<Long, Integer> fresh = new LinkedHashMap<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] > 0) {
                fresh.merge((Long) rows.get(i).get(0), 1, Integer::sum);
            }
        }
        return fresh;
    }

    void write(StatelessSession session, Engine engine) {
        run(session, engine.sql(HOUR_OF_ISSUE), withCount(hoursOfIssues));
        run(session, engine.sql(HOUR_OF_ALL), withCount(hoursOfAll));
        run(session, engine.sql(ENVIRONMENT_OF_ISSUE), environmentsOfIssues);
        run(session, engine.sql(RELEASE_OF_ISSUE), releasesOfIssues);
        run(session, engine.sql(ENVIRONMENT), withSpan(environments));
        run(session, engine.sql(RELEASE), withSpan(releases));
    }

    static List<List<Object>> withCount(Map<List<Object>, Long> counts) {
        List<List<Object>> rows = new ArrayList<>(counts.size());
        counts.forEach((key, count) -> {
            List<Object> row = new ArrayList<>(key);
            row.add(count);
            rows.add(row);
        });
        return rows;
    }

    private static List<List<Object>> withSpan(Map<String, long[]> spans) {
        List<List<Object>> rows = new ArrayList<>(spans.size());
        spans.forEach((name, span) -> rows.add(List.of(name, span[0], span[1])));
        return rows;
    }

    /** @return the update count of each row */
    static int[] run(StatelessSession session, String sql, Collection<List<Object>> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<Object> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        statement.setObject(i + 1, row.get(i));
                    }
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }
}
