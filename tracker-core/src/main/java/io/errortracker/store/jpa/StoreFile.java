package io.errortracker.store.jpa;

import io.errortracker.event.ErrorEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The files of one embedded store.
 *
 * @param base the canonical path without a suffix
 */
record StoreFile(Path base) {
    private static final String OWNER_ONLY = "rw-------";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Makes the directory, for its owner alone, when there is none. */
    static StoreFile prepare(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        if (directory == null) {
            throw new IOException("The store's path has no directory: " + path);
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory, "rwx------"));
        }
        return new StoreFile(directory.toRealPath().resolve(absolute.getFileName()));
    }

    Path data() {
        return sibling(".mv.db");
    }

    Path key() {
        return sibling(".key");
    }

    /** The database's password, made when there is none. */
    String password() throws IOException {
        if (Files.isRegularFile(key()) && Files.size(key()) <= 256) {
            String kept = Files.readString(key(), StandardCharsets.ISO_8859_1).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
        }
        return newPassword();
    }

    private String newPassword() throws IOException {
        setAside(key(), Instant.EPOCH);
        String password = ErrorEvent.newId() + ErrorEvent.newId();
        Files.createFile(key(), attributes(base.getParent(), OWNER_ONLY));
        Files.writeString(key(), password, StandardCharsets.ISO_8859_1);
        return password;
    }

    /** Takes away what cannot be a database, and gives a file that lost its permission to be written another chance. */
    @Nullable
    Path setAsideWhatIsNoFile(Instant now) throws IOException {
        return Files.exists(data()) && !Files.isRegularFile(data()) ? setAside(data(), now) : null;
    }

    /** Whether H2 would open it for reading only. */
    boolean isReadOnly() {
        return Files.exists(data())
                && !Files.isWritable(data())
                && !data().toFile().setWritable(true, true);
    }

    /** Renames the damaged database, never deletes it. @return its new name; null when there was none */
    @Nullable
    Path setAsideDamaged(Instant now) throws IOException {
        return setAside(data(), now);
    }

    void protect() throws IOException {
        if (isPosix(base.getParent()) && Files.exists(data())) {
            Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }

    private @Nullable Path setAside(Path file, Instant now) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String name = file.getFileName().toString();
        String plain = name.substring(base.getFileName().toString().length());
        for (int attempt = 0; attempt < 1_000; attempt++) {
            String suffix = ".damaged-" + STAMP.format(now) + (attempt == 0 ? "" : "-" + attempt) + plain;
            Path aside = sibling(suffix);
            if (!Files.exists(aside)) {
                return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        throw new IOException("Too many damaged files beside " + file);
    }

    private Path sibling(String suffix) {
        return base.resolveSibling(base.getFileName() + suffix);
    }

    private static FileAttribute<?>[] attributes(@Nullable Path where, String permissions) {
        return isPosix(where)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(@Nullable Path where) {
        return where != null
                && where.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
