package io.errortracker.store.jpa;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the events are kept.
 *
 * @since 0.1.0
 */
public sealed interface StoreLocation {

    /** Whether there may be something already. */
    default boolean exists() {
        return true;
    }

    /**
     * An H2 file; its directory is created for its owner alone.
     *
     * @param path without {@code .mv.db}: {@code data/errors} becomes {@code data/errors.mv.db}, with {@code data/errors.key} beside it
     */
    record File(Path path) implements StoreLocation {
        public File {
            if (path.getFileName() == null || path.toString().indexOf(';') >= 0) {
                throw new IllegalArgumentException("The store's path must name a file and hold no semicolon: " + path);
            }
        }

        @Override
        public boolean exists() {
            return Files.exists(path.resolveSibling(path.getFileName() + ".mv.db"));
        }
    }

    /** This process's memory: gone when the application stops. */
    record Memory() implements StoreLocation {
        @Override
        public boolean exists() {
            return false;
        }
    }

    /**
     * A PostgreSQL database, 15 or later.
     *
     * @param url {@code jdbc:postgresql:...}; no other database is accepted here
     * @param user null when the URL says it or none is needed
     * @param password null when the URL says it or none is needed
     */
    record Jdbc(String url, @Nullable String user, @Nullable String password) implements StoreLocation {
        public Jdbc {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("The store's JDBC URL must begin with jdbc:postgresql:");
            }
        }

        /** Never tells the password. */
        @Override
        public String toString() {
            int query = url.indexOf('?');
            return query < 0 ? url : url.substring(0, query);
        }
    }

    /**
     * A PostgreSQL database, 15 or later, behind a data source of the server's, which pools its connections itself. It is only used
     * outside of transactions.
     *
     * @param name global JNDI name: {@code java:jboss/datasources/errors}
     */
    record Named(String name) implements StoreLocation {
        @Override
        public String toString() {
            return name;
        }
    }
}
