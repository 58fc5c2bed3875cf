package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.bundled.hibernate.Transaction;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An open database with its tables up to date. */
final class Database {
    private final Engine engine;
    private final Connections connections;
    private final Sessions sessions;
    private final UserHash users;
    private final @Nullable FileClaim claim;

    private Database(
            Engine engine, Connections connections, Sessions sessions, UserHash users, @Nullable FileClaim claim) {
        this.engine = engine;
        this.connections = connections;
        this.sessions = sessions;
        this.users = users;
        this.claim = claim;
    }

    /**
     * Opens a database; closes what was opened when it fails.
     *
     * @param claim released when the database is closed, not when it fails to open
     * @param verify whether every row is read first
     */
    static Database open(Engine engine, @Nullable FileClaim claim, boolean verify) throws OpeningFailed {
        Connections connections = new Connections(engine);
        try {
            UserHash users = prepare(engine, connections, verify);
            return new Database(engine, connections, Sessions.boot(connections, engine.dialect()), users, claim);
        } catch (OpeningFailed failed) {
            connections.closeAll();
            throw failed;
        } catch (RuntimeException | LinkageError failure) {
            connections.closeAll();
            throw new OpeningFailed(engine.troubleOf(failure), failure);
        }
    }

    private static UserHash prepare(Engine engine, Connections connections, boolean verify) throws OpeningFailed {
        try {
            Schema.migrate(connections, engine.placeholders());
            Verification.run(connections, verify);
            return new UserHash(Salt.of(connections, engine));
        } catch (SQLException | RuntimeException failure) {
            throw new OpeningFailed(engine.troubleAtOpening(failure), failure);
        }
    }

    Engine engine() {
        return engine;
    }

    UserHash users() {
        return users;
    }

    <T> T read(Function<StatelessSession, T> query) {
        try (StatelessSession session = sessions.factory().openStatelessSession()) {
            return query.apply(session);
        }
    }

    /** In one transaction, which is durable when this returns. */
    <T> T write(Function<StatelessSession, T> change) {
        try (StatelessSession session = sessions.factory().openStatelessSession()) {
            Transaction transaction = session.beginTransaction();
            try {
                T result = change.apply(session);
                transaction.commit();
                session.doWork(engine::afterCommit);
                return result;
            } catch (RuntimeException | Error failure) {
                rollBack(transaction, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Transaction transaction, Throwable failure) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** @return the first failure on the way; null when there was none */
    @Nullable
    Throwable close() {
        Throwable failure = null;
        try {
            sessions.close();
        } catch (RuntimeException failed) {
            failure = failed;
        }
        SQLException failed = connections.closeAll();
        if (claim != null) {
            claim.close();
        }
        return failure == null ? failed : failure;
    }
}
