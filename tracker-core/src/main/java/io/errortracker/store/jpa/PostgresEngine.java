package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** PostgreSQL, through a driver that the application or the server brings. */
final class PostgresEngine implements Engine {
    private static final String DRIVER = "org.postgresql.Driver";
    private static final String DISK_FULL = "53100";

    private final StoreLocation.Jdbc location;
    private final Driver driver;

    /** @param application loads the driver, which is never asked of the driver manager */
    PostgresEngine(StoreLocation.Jdbc location, ClassLoader application) throws SQLException {
        this.location = location;
        try {
            this.driver = (Driver) Class.forName(DRIVER, true, application)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError missing) {
            throw new SQLException("The PostgreSQL driver " + DRIVER + " is not in the application", "08001", missing);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (location.user() != null) {
            properties.setProperty("user", location.user());
        }
        if (location.password() != null) {
            properties.setProperty("password", location.password());
        }
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        Connection connection = driver.connect(location.url(), properties);
        if (connection == null) {
            throw new SQLException("The PostgreSQL driver does not accept " + location, "08001");
        }
        return connection;
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
        return location.toString();
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
