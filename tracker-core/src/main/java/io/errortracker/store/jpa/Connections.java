package io.errortracker.store.jpa;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A few connections, kept open: no more than the store has threads. A connection that failed is not used again. */
final class Connections implements DataSource {
    private final Engine engine;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> all = new HashSet<>();
    private boolean closed;

    Connections(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = takeIdle();
        while (connection != null && connection.isClosed()) {
            forget(connection);
            connection = takeIdle();
        }
        return lend(connection == null ? open() : connection);
    }

    private synchronized @Nullable Connection takeIdle() throws SQLException {
        if (closed) {
            throw new SQLException("The store is closed", "08003");
        }
        return idle.pollFirst();
    }

    private Connection open() throws SQLException {
        Connection connection = engine.connect();
        synchronized (this) {
            if (!closed) {
                all.add(connection);
                return connection;
            }
        }
        connection.close();
        throw new SQLException("The store is closed", "08003");
    }

    private synchronized void forget(Connection connection) {
        all.remove(connection);
    }

    private Connection lend(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connections.class.getClassLoader(), new Class<?>[] {Connection.class}, new Loan(connection));
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (!engine.isPooled() && keep(connection)) {
                return;
            }
        }
        forget(connection);
        connection.close();
    }

    private synchronized boolean keep(Connection connection) {
        if (!closed) {
            idle.addFirst(connection);
        }
        return !closed;
    }

    /** Closes every connection, lent ones too. @return the first failure; null when there was none */
    @Nullable
    SQLException closeAll() {
        Set<Connection> toClose;
        synchronized (this) {
            closed = true;
            idle.clear();
            toClose = new HashSet<>(all);
            all.clear();
        }
        SQLException first = null;
        for (Connection connection : toClose) {
            try {
                connection.close();
            } catch (SQLException failed) {
                first = first == null ? failed : first;
            }
        }
        return first;
    }

    /** A connection that returns here when it is closed. */
    private final class Loan implements InvocationHandler {
        private @Nullable Connection connection;

        Loan(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Connection lent = connection;
            switch (method.getName()) {
                case "close":
                    connection = null;
                    if (lent != null) {
                        giveBack(lent);
                    }
                    return null;
                case "isClosed":
                    return lent == null || lent.isClosed();
                case "equals":
                    return arguments != null && proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                default:
                    return pass(method, arguments);
            }
        }

        private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
            if (connection == null) {
                throw new SQLException("The connection was given back", "08003");
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause() == null ? failure : failure.getCause();
            }
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
