package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Connections of a PostgreSQL driver that the application or the server brings, and that is never asked of the driver manager. */
final class DriverSource implements ConnectionSource {
    private static final String DRIVER = "org.postgresql.Driver";

    private final StoreLocation.Jdbc location;
    private final Driver driver;

    /** @param application loads the driver */
    DriverSource(StoreLocation.Jdbc location, ClassLoader application) throws SQLException {
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
    public boolean isPooled() {
        return false;
    }

    @Override
    public String location() {
        return location.toString();
    }
}
