package io.errortracker.store.jpa;

import java.sql.SQLException;

/** Opens a PostgreSQL database. */
final class JdbcOpener implements Opener {

    /** Makes a source of connections, when the first one is wanted. */
    @FunctionalInterface
    interface Sources {
        ConnectionSource make() throws SQLException;
    }

    private final StoreLocation location;
    private final Sources sources;

    JdbcOpener(StoreLocation location, Sources sources) {
        this.location = location;
        this.sources = sources;
    }

    @Override
    public String location() {
        return location.toString();
    }

    @Override
    public Database open(Suspicion suspicion) throws OpeningFailed {
        try {
            return Database.open(new PostgresEngine(sources.make()), null, false);
        } catch (SQLException noDriver) {
            throw new OpeningFailed(Trouble.BROKEN, noDriver);
        }
    }
}
