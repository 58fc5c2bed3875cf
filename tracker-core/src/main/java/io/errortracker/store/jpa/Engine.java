package io.errortracker.store.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What differs between databases, in this one place. */
interface Engine {

    /** A new connection, used by one thread at a time. */
    Connection connect() throws SQLException;

    /** Whether connections come from a pool, which wants them back as soon as they are not used. */
    default boolean isPooled() {
        return false;
    }

    /** The class of Hibernate's dialect. */
    String dialect();

    /** What the migrations leave open: the type of a column of bytes. */
    Map<String, String> placeholders();

    /** SQL with a parameter for each key, then for each value. */
    String sql(Upsert upsert);

    /** Whether rows that are about to be changed must be locked, because others may write too. */
    boolean locksRows();

    /** After a commit that must survive the end of the process. */
    void afterCommit(Connection connection) throws SQLException;

    /** On disk; -1 when unknown. */
    long bytes();

    /** Whether it keeps its file within a limit with our help. */
    default boolean hasOwnFile() {
        return false;
    }

    /** What is taken, as of the last commit; nothing where that is somebody else's care. Any thread; costs nothing. */
    default Occupancy occupancy() {
        return Occupancy.UNKNOWN;
    }

    /**
     * Has space that is not needed any more used again.
     *
     * @param bytes how much may be written for it at the most
     */
    default void reclaim(Connection connection, long bytes) throws SQLException {
        // only a file needs that
    }

    /** For people; without a password. */
    String location();

    /** What a failure of this database means. */
    Trouble troubleOf(Throwable failure);

    /** What a failure means while the first connection is made and the tables are brought up to date. */
    Trouble troubleAtOpening(Throwable failure);
}
