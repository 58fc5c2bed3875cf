package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The way to the database for what serves one capability each. Any thread may take it; the store's own threads do the work. */
final class Access {
    private final Keeper keeper;
    private final StoreThreads threads;
    private final EventJson json;
    private final Clock clock;
    private final SelfHealth health;

    Access(Keeper keeper, StoreThreads threads, EventJson json, Clock clock, SelfHealth health) {
        this.keeper = keeper;
        this.threads = threads;
        this.json = json;
        this.clock = clock;
        this.health = health;
    }

    EventJson json() {
        return json;
    }

    /** In microseconds. */
    long now() {
        return Micros.of(clock.instant());
    }

    /** Once more when the database broke meanwhile and could be opened again. */
    <T> T read(Function<StatelessSession, T> query) {
        Database database = database();
        try {
            return readFrom(database, query);
        } catch (StoreUnavailableException failed) {
            Database again = keeper.ready();
            if (again == database || keeper.state() == StoreHealth.State.CLOSED) {
                throw failed;
            }
        }
        return readFrom(database(), query);
    }

    /** As {@link #read}, and only what lasts: what stands in while another instance holds the file knows nothing of it. */
    <T> T readLasting(Function<StatelessSession, T> query) {
        T found = read(query);
        demandTheFile();
        return found;
    }

    private Database database() {
        Database ready = keeper.ready();
        return ready == null ? threads.write(keeper::database) : ready;
    }

    private <T> T readFrom(Database database, Function<StatelessSession, T> query) {
        try {
            return threads.read(() -> database.read(query));
        } catch (StoreUnavailableException late) {
            throw late;
        } catch (RuntimeException failure) {
            throw unavailable(database, failure);
        }
    }

    /** In one transaction, and only where it lasts: not in what stands in while another instance holds the file. */
    <T> T write(BiFunction<StatelessSession, Database, T> change) {
        return writeAnywhere((session, database) -> {
            demandTheFile();
            return change.apply(session, database);
        });
    }

    private void demandTheFile() {
        if (keeper.state() == StoreHealth.State.MEMORY_ONLY) {
            throw new StoreUnavailableException(
                    DropReason.STORE_UNAVAILABLE,
                    "Only the instance that holds the store can do this",
                    new IllegalStateException(keeper.location() + " is held by another instance"));
        }
    }

    /** As {@link #write}, without waiting for it; what fails is noted. */
    void writeLater(BiFunction<StatelessSession, Database, ?> change) {
        try {
            threads.writeLater(() -> {
                try {
                    demandTheFile();
                    writeNow(change);
                } catch (RuntimeException failure) {
                    health.failed("using the store", failure);
                }
            });
        } catch (StoreUnavailableException busy) {
            health.failed("using the store", busy);
        }
    }

    /** In one transaction, be it in what stands in for the file. */
    <T> T writeAnywhere(BiFunction<StatelessSession, Database, T> change) {
        try {
            return threads.write(() -> writeNow(change));
        } catch (StoreUnavailableException later) {
            throw later;
        } catch (RuntimeException failure) {
            throw unusable(failure, "changed");
        }
    }

    /** The same, for who is on the writer's thread already. */
    <T> T writeNow(BiFunction<StatelessSession, Database, T> change) {
        Database database = keeper.database();
        try {
            return database.write(session -> change.apply(session, database));
        } catch (RuntimeException failure) {
            Trouble trouble = database.engine().troubleOf(failure);
            throw trouble == Trouble.STATEMENT ? failure : keeper.broken(database, trouble, failure);
        }
    }

    private StoreUnavailableException unavailable(Database database, RuntimeException failure) {
        Trouble trouble = database.engine().troubleOf(failure);
        return trouble == Trouble.STATEMENT
                ? unusable(failure, "read")
                : threads.write(() -> keeper.broken(database, trouble, failure));
    }

    private StoreUnavailableException unusable(RuntimeException failure, String done) {
        health.failed("using the store", failure);
        return new StoreUnavailableException(DropReason.STORE_UNAVAILABLE, "The store could not be " + done, failure);
    }
}
