package io.errortracker.store.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A PostgreSQL of the tests' own, on loopback, started with the first test that wants it and stopped after the last. */
final class OwnPostgres implements BeforeAllCallback {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private EmbeddedPostgres server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(Namespace.create(OwnPostgres.class))
                .getOrComputeIfAbsent(Server.class, any -> Server.start(), Server.class)
                .postgres();
    }

    /** A new database with nothing in it. */
    StoreLocation.Jdbc database() {
        return new StoreLocation.Jdbc(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + create(), "postgres", "postgres");
    }

    /** The same, behind a data source. */
    DataSource dataSource() {
        return server.getDatabase("postgres", create());
    }

    private String create() {
        String name = "tracker" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return name;
    }

    private record Server(EmbeddedPostgres postgres) implements CloseableResource, AutoCloseable {
        static Server start() {
            try {
                return new Server(EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
