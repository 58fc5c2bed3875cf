package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.alert.AlertMemory.CounterKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Table {@code alert_counter} within one transaction; whoever touches an issue's counters has locked the issue. */
final class AlertCounters {
    private final StatelessSession session;
    private final Set<CounterKey> known = new HashSet<>();

    AlertCounters(StatelessSession session) {
        this.session = session;
    }

    Map<CounterKey, byte[]> read(Collection<CounterKey> keys) {
        Set<CounterKey> wanted = new HashSet<>(keys);
        Object[] issues = wanted.stream().map(CounterKey::issueId).distinct().toArray();
        Map<CounterKey, byte[]> found = new HashMap<>();
        if (issues.length > 0) {
            session.doWork(connection -> read(connection, issues, wanted, found));
        }
        known.addAll(found.keySet());
        return found;
    }

    private static void read(
            Connection connection, Object[] issues, Set<CounterKey> wanted, Map<CounterKey, byte[]> found)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select issue_id, rule_key, body from alert_counter where issue_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("bigint", issues));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    CounterKey key = new CounterKey(rows.getString(2), rows.getLong(1));
                    if (wanted.contains(key)) {
                        found.put(key, rows.getBytes(3));
                    }
                }
            }
        }
    }

    void write(Map<CounterKey, byte[]> counters, long now) {
        List<CounterKey> old =
                counters.keySet().stream().filter(known::contains).toList();
        List<CounterKey> fresh =
                counters.keySet().stream().filter(key -> !known.contains(key)).toList();
        session.doWork(connection -> {
            write(
                    connection,
                    "update alert_counter set body = ?, touched = ? where issue_id = ? and rule_key = ?",
                    old,
                    counters,
                    now);
            write(
                    connection,
                    "insert into alert_counter (body, touched, issue_id, rule_key) values (?, ?, ?, ?)",
                    fresh,
                    counters,
                    now);
        });
        known.addAll(fresh);
    }

    private static void write(
            Connection connection, String sql, List<CounterKey> keys, Map<CounterKey, byte[]> bodies, long now)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (CounterKey key : keys) {
                statement.setBytes(1, bodies.get(key));
                statement.setLong(2, now);
                statement.setLong(3, key.issueId());
                statement.setString(4, key.rule());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
