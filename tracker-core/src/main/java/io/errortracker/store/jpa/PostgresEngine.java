package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** PostgreSQL, wherever its connections come from. */
final class PostgresEngine implements Engine {
    private static final String DISK_FULL = "53100";

    private final ConnectionSource source;

    PostgresEngine(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public Connection connect() throws SQLException {
        return source.connect();
    }

    @Override
    public boolean isPooled() {
        return source.isPooled();
    }

    @Override
    public String dialect() {
        return "io.errortracker.bundled.hibernate.dialect.PostgreSQLDialect";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("bytes", "bytea");
    }

    @Override
    public String sql(Upsert upsert) {
        return "insert into " + upsert.table() + " as t (" + MergeSql.join(upsert.columns(), Upsert.Column::name, ", ")
                + ") values (" + MergeSql.join(upsert.columns(), column -> "?", ", ")
                + ") on conflict (" + MergeSql.join(upsert.keys(), Upsert.Column::name, ", ")
                + (upsert.then() == Upsert.Then.KEEP
                        ? ") do nothing"
                        : ") do update set " + MergeSql.changes(upsert, "t.", "excluded."));
    }

    /** Several nodes may write at once. */
    @Override
    public boolean locksRows() {
        return true;
    }

    @Override
    public void afterCommit(Connection connection) {
        // a commit is durable by itself
    }

    @Override
    public long bytes() {
        return -1;
    }

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public Trouble troubleOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return troubleOf(sql.getSQLState());
            }
        }
        return Trouble.STATEMENT;
    }

    @Override
    public Trouble troubleAtOpening(Throwable failure) {
        return troubleOf(failure);
    }

    /** Classes 08, 57 and 58: no connection, the server was stopped, the system failed. */
    private static Trouble troubleOf(String state) {
        if (state.equals(DISK_FULL)) {
            return Trouble.DISK_FULL;
        }
        boolean gone = state.startsWith("08") || state.startsWith("57P") || state.startsWith("58");
        return gone ? Trouble.BROKEN : Trouble.STATEMENT;
    }
}
