package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.health.DropReason;
import io.errortracker.store.Room;
import io.errortracker.store.StoreUnavailableException;

/** Holds a database to the limit of bytes, on top of which come source maps, which have a limit of their own. */
final class Headroom {
    private static final long MOST_BYTES_OF_A_CHUNK = 1L << 20;

    private final long maxBytes;
    private final Notices notices;
    private boolean told;
    private volatile Budget budget;

    Headroom(long maxBytes, Notices notices) {
        this.maxBytes = maxBytes;
        this.notices = notices;
        this.budget = new Budget(maxBytes);
    }

    /** Any thread. */
    Room room(Database database) {
        return budget.room(database.engine().occupancy());
    }

    /** Whether nothing may be written. Any thread. */
    boolean isSpent(Database database) {
        return budget.isSpent(database.engine().occupancy());
    }

    /** Whether space should be freed. Any thread. */
    boolean isUntidy(Database database) {
        return budget.isUntidy(database.engine().occupancy());
    }

    /**
     * What one batch may add.
     *
     * @throws StoreUnavailableException when it may not add anything
     */
    Budget.Allowance allowance(StatelessSession session, Database database) {
        boolean unknown = database.engine().occupancy() == Occupancy.UNKNOWN;
        if (database.engine().hasOwnFile() && (unknown || isSpent(database))) {
            tidy(session, database);
        }
        if (isSpent(database)) {
            throw new StoreUnavailableException(
                    DropReason.STORE_FULL,
                    "The store has reached its limit of " + maxBytes + " bytes",
                    new IllegalStateException(database.engine().occupancy().toString()));
        }
        return budget.allowance(database.engine().occupancy());
    }

    /** Frees some space. */
    void tidy(StatelessSession session, Database database) {
        Engine engine = database.engine();
        budget = new Budget(maxBytes + bytesOfArtifacts(session));
        session.doWork(connection -> engine.reclaim(connection, budget.forTidying(engine.occupancy())));
        tellOnce(database);
    }

    /** Unpacked, which is more than they take; of a chunk that waits to be put together its most. */
    private static long bytesOfArtifacts(StatelessSession session) {
        return session.createNativeQuery(
                        "select (select cast(coalesce(sum(bytes), 0) as bigint) from artifact_bundle)"
                                + " + (select count(*) from artifact_chunk) * " + MOST_BYTES_OF_A_CHUNK
                                + " from sequence_no where name = 'event'",
                        Long.class)
                .getSingleResult();
    }

    private void tellOnce(Database database) {
        if (!told && room(database) != Room.PLENTY) {
            told = true;
            notices.tell(
                    "the store comes near its limit of " + (maxBytes >> 20)
                            + " MiB: while that lasts one event of each issue in five seconds is stored, and the others are counted");
        }
    }
}
