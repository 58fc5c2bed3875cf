package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Connections of a data source of the server's. Looked up each time, for the server may replace it. */
final class NamedSource implements ConnectionSource {
    private static final String POSTGRESQL = "PostgreSQL";

    private final StoreLocation.Named location;
    private final ClassLoader application;

    /** @param application the loader by which the server knows whose names are looked up */
    NamedSource(StoreLocation.Named location, ClassLoader application) {
        this.location = location;
        this.application = application;
    }

    @Override
    public Connection connect() throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            return connectAsApplication();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Connection connectAsApplication() throws SQLException {
        Connection connection = dataSource().getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        if (!POSTGRESQL.equals(product)) {
            connection.close();
            throw new SQLException(
                    "The data source " + location + " leads to " + product + ", not to PostgreSQL", "08001");
        }
        return connection;
    }

    @SuppressWarnings("BanJNDI") // the name is configured by whoever runs the server, never taken from outside
    private DataSource dataSource() throws SQLException {
        Object found;
        try {
            found = InitialContext.doLookup(location.name());
        } catch (NamingException missing) {
            throw new SQLException("There is no data source " + location, "08001", missing);
        }
        if (found instanceof DataSource dataSource) {
            return dataSource;
        }
        throw new SQLException(
                location + " is no data source but " + found.getClass().getName(), "08001");
    }

    @Override
    public boolean isPooled() {
        return true;
    }

    @Override
    public String location() {
        return location.toString();
    }
}
