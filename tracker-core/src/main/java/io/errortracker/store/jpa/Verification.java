package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Reads a database from end to end, so that what is damaged in it shows. */
final class Verification {
    private static final List<String> TABLES = List.of(
            "issue",
            "event",
            "event_payload",
            "counter_hour",
            "total_hour",
            "issue_user",
            "issue_environment",
            "issue_release",
            "known_environment",
            "known_release",
            "activity");

    private Verification() {}

    static void readEverything(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                readAll(statement, table);
            }
        }
    }

    private static void readAll(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
