package io.errortracker.store.jpa;

import java.sql.SQLException;

/** Opens a PostgreSQL database. */
final class JdbcOpener implements Opener {
    private final StoreLocation.Jdbc location;
    private final ClassLoader application;

    JdbcOpener(StoreLocation.Jdbc location, ClassLoader application) {
        this.location = location;
        this.application = application;
    }

    @Override
    public String location() {
        return location.toString();
    }

    @Override
    public Database open(Suspicion suspicion) throws OpeningFailed {
        try {
            return Database.open(new PostgresEngine(location, application), null, false);
        } catch (SQLException noDriver) {
            throw new OpeningFailed(Trouble.BROKEN, noDriver);
        }
    }
}
