package io.errortracker.store.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A directory for the files of a test class, removed after it. */
final class OwnDirectory implements BeforeAllCallback, AfterAllCallback {
    private final AtomicInteger files = new AtomicInteger();
    private Path directory;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("stores");
    }

    /** The path of a store that is not there yet. */
    Path file() {
        return directory.resolve("errors" + files.incrementAndGet());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(OwnDirectory::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
