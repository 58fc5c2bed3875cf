package io.errortracker.store.jpa;

import io.errortracker.bundled.h2.engine.SessionLocal;
import io.errortracker.bundled.h2.jdbc.JdbcConnection;
import io.errortracker.bundled.h2.mvstore.FileStore;
import io.errortracker.bundled.h2.mvstore.MVStore;
import io.errortracker.bundled.h2.mvstore.RandomAccessStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * H2, in a file or in memory. Connections are made from H2's own class, not through its driver, which would enter itself into the
 * JVM's driver manager and hold the application's class loader there.
 */
final class H2Engine implements Engine {
    /**
     * No remote access, nothing run at start, no trace file, nothing left to do when the JVM exits. H2's own thread does not tidy the file: it
     * takes as much space for that as it likes, so that no limit would hold.
     */
    private static final String SAFE = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
            + ";LOCK_TIMEOUT=5000;CACHE_SIZE=16384;AUTO_COMPACT_FILL_RATE=0";

    private static final int WORTH_WRITING_ANEW_PERCENT = 80;
    private static final int WORTH_MOVING_PERCENT = 90;
    private static final long MOST_AT_ONCE = 4L << 20;

    private final String url;
    private final String password;
    private final @Nullable Path file;
    private final String location;
    private volatile Occupancy occupancy = Occupancy.UNKNOWN;

    private H2Engine(String url, String password, @Nullable Path file, String location) {
        this.url = url;
        this.password = password;
        this.file = file;
        this.location = location;
    }

    /** @param fileSystem H2's name of it with a colon: {@code file:} */
    static H2Engine file(String fileSystem, StoreFile store, String password) {
        String url = "jdbc:h2:" + fileSystem + store.base() + SAFE;
        return new H2Engine(url, password, store.data(), store.data().toString());
    }

    static H2Engine memory() {
        return new H2Engine("jdbc:h2:mem:" + UUID.randomUUID() + SAFE, "", null, "memory");
    }

    @Override
    public Connection connect() throws SQLException {
        return new JdbcConnection(url, new Properties(), "tracker", password, false);
    }

    @Override
    public String dialect() {
        return "io.errortracker.bundled.hibernate.dialect.H2Dialect";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("bytes", "varbinary(1048576)");
    }

    @Override
    public String sql(Upsert upsert) {
        return MergeSql.of(upsert);
    }

    /** There is one writer. */
    @Override
    public boolean locksRows() {
        return false;
    }

    /**
     * H2's commit alone does not survive the end of the process, with any delay of writing; this does. The delay stays as it is, so that H2's
     * own thread goes on tidying the file.
     */
    @Override
    public void afterCommit(Connection connection) throws SQLException {
        if (file != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            measure(connection);
        }
    }

    @Override
    public boolean hasOwnFile() {
        return file != null;
    }

    @Override
    public Occupancy occupancy() {
        return occupancy;
    }

    /**
     * H2 looks for space that it may use again when it writes, so where nothing is written it must be asked to. What is still needed of pieces of the
     * file that are half empty is written anew, which frees these; and what lies at the end of the file is moved into holes, so that it ends earlier.
     */
    @Override
    public void reclaim(Connection connection, long bytes) throws SQLException {
        if (file != null) {
            MVStore store = store(connection);
            if (store.getFileStore() instanceof RandomAccessStore blocks) {
                store.compact(WORTH_WRITING_ANEW_PERCENT, (int) Math.min(bytes, MOST_AT_ONCE));
                blocks.compactMoveChunks(WORTH_MOVING_PERCENT, Math.min(bytes, MOST_AT_ONCE), store);
                store.commit();
            }
            measure(connection);
        }
    }

    private void measure(Connection connection) throws SQLException {
        FileStore<?> blocks = store(connection).getFileStore();
        long size = blocks.size();
        long used = size / 100 * blocks.getFillRate();
        occupancy = new Occupancy(size, used, used / 100 * blocks.getChunksFillRate());
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    @Override
    public long bytes() {
        try {
            return file == null ? -1 : Files.size(file);
        } catch (IOException unknown) {
            return -1;
        }
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Trouble troubleOf(Throwable failure) {
        return H2Trouble.of(failure, file == null ? null : file.getParent());
    }

    @Override
    public Trouble troubleAtOpening(Throwable failure) {
        return H2Trouble.atOpening(failure, file == null ? null : file.getParent());
    }
}
