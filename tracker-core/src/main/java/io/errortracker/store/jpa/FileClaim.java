package io.errortracker.store.jpa;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Says within this JVM that a file is in use, before H2 touches it: where a second class loader only tries to open a file that the first
 * one holds, the failed attempt drops the first one's lock, and another process may then write into it.
 *
 * <p>Kept in the system properties, as strings, because class loaders share nothing else that holds no class of theirs.
 */
final class FileClaim implements AutoCloseable {
    private static final String PREFIX = "io.errortracker.store.claim:";

    private final String key;
    private final String owner = UUID.randomUUID().toString();

    private FileClaim(Path file) {
        this.key = PREFIX + file;
    }

    /** A claim on the file; null when somebody in this JVM has it. */
    static @org.jspecify.annotations.Nullable FileClaim on(Path canonicalFile) {
        FileClaim claim = new FileClaim(canonicalFile);
        return System.getProperties().putIfAbsent(claim.key, claim.owner) == null ? claim : null;
    }

    @Override
    public void close() {
        System.getProperties().remove(key, owner);
    }
}
