package io.errortracker.store.jpa;

import io.errortracker.event.ErrorEvent;
import io.errortracker.store.jpa.Upsert.Column;
import io.errortracker.store.jpa.Upsert.Then;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The store's own random word, made when the store is new. */
final class Salt {
    private static final String NAME = "user_salt";
    private static final Upsert KEEP = new Upsert(
            "meta",
            List.of(new Column("name", "varchar(64)")),
            List.of(new Column("content", "varchar(1000)")),
            Then.KEEP);

    private Salt() {}

    static String of(DataSource source, Engine engine) throws SQLException {
        try (Connection connection = source.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(engine.sql(KEEP))) {
                insert.setString(1, NAME);
                insert.setString(2, ErrorEvent.newId());
                insert.executeUpdate();
            }
            return read(connection);
        }
    }

    private static String read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select content from meta where name = ?")) {
            select.setString(1, NAME);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The store has no salt");
                }
                return row.getString(1);
            }
        }
    }
}
