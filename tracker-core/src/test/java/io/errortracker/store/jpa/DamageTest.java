package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.issue.Issue;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoreHealth.State;
import io.errortracker.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int VARIANTS = 50;
    private static final int PAGE = 4096;

    @TempDir
    private Path directory;

    @Test
    void a_damaged_file_is_set_aside_never_deleted_and_the_store_goes_on() throws IOException {
        Path whole = makeStore(directory.resolve("whole"));
        int opened = 0;
        int setAside = 0;
        List<String> failed = new ArrayList<>();
        for (int seed = 0; seed < VARIANTS; seed++) {
            Path path = directory.resolve("variant" + seed).resolve("errors");
            Files.createDirectories(path.getParent());
            damage(whole, path, seed);
            SteppedClock clock = new SteppedClock(NOW);
            StoreSettings settings = Stores.settings(new StoreLocation.File(path), clock);
            try (JpaStore store = JpaStore.create(settings)) {
                if (works(store, clock)) {
                    opened++;
                } else {
                    failed.add("variant " + seed + ": " + settings.health().lastFailure());
                }
                boolean told = store.health().notices().stream().anyMatch(notice -> notice.contains("set aside"));
                boolean there = isSetAside(path);
                setAside += there ? 1 : 0;
                if (told != there) {
                    failed.add("variant " + seed + " told=" + told + " there=" + there);
                }
            }
        }

        System.out.println("damaged=" + VARIANTS + " opened=" + opened + " set aside=" + setAside);
        assertThat(failed).isEmpty();
        assertThat(opened).isEqualTo(VARIANTS);
        assertThat(setAside).isGreaterThan(VARIANTS / 3);
    }

    @Test
    void what_was_set_aside_has_the_bytes_it_had() throws IOException {
        Path path = directory.resolve("errors");
        byte[] garbage = new byte[50_000];
        new Random(1).nextBytes(garbage);
        Files.write(directory.resolve("errors.mv.db"), garbage);

        try (JpaStore store = Stores.file(path, new SteppedClock(NOW))) {
            store.record(Events.stored(Events.of("New", NOW)));

            assertThat(directory.resolve("errors.damaged-20261123-100000.mv.db"))
                    .hasBinaryContent(garbage);
            assertThat(store.health().notices())
                    .singleElement()
                    .asString()
                    .contains("errors.damaged-20261123-100000.mv.db");
        }
    }

    @Test
    void the_files_are_for_their_owner_alone() throws IOException {
        Path path = directory.resolve("private").resolve("errors");
        try (JpaStore store = Stores.file(path, new SteppedClock(NOW))) {
            store.record(Events.stored(Events.of("New", NOW)));

            assertThat(permissions(path.getParent())).isEqualTo("rwx------");
            assertThat(permissions(path.resolveSibling("errors.mv.db"))).isEqualTo("rw-------");
            assertThat(permissions(path.resolveSibling("errors.key"))).isEqualTo("rw-------");
            assertThat(Files.list(path.getParent())).hasSize(2);
        }
    }

    @Test
    void where_no_directory_can_be_made_events_are_kept_in_memory() throws IOException {
        Files.createFile(directory.resolve("file"));
        try (JpaStore store = Stores.file(directory.resolve("file").resolve("errors"), new SteppedClock(NOW))) {
            store.record(Events.stored(Events.of("New", NOW)));

            assertThat(store.health().state()).isEqualTo(State.MEMORY_ONLY);
            assertThat(store.issues(IssueQuery.unresolved()).issues()).hasSize(1);
        }
    }

    private static Path makeStore(Path path) {
        try (JpaStore store = Stores.file(path, new SteppedClock(NOW))) {
            for (int i = 0; i < 15; i++) {
                store.record(Events.stored(Events.many(20, "Kept" + i, NOW.plusSeconds(i))));
            }
        }
        return path;
    }

    private static void damage(Path whole, Path path, int seed) throws IOException {
        Random random = new Random(seed);
        Path data = path.resolveSibling("errors.mv.db");
        byte[] bytes = Files.readAllBytes(whole.resolveSibling("whole.mv.db"));
        Files.copy(whole.resolveSibling("whole.key"), path.resolveSibling("errors.key"));
        switch (seed % 10) {
            case 0 -> Files.write(data, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case 1 -> Files.write(data, flipped(bytes, random, 1 + random.nextInt(200)));
            case 2 -> Files.write(data, zeroed(bytes, PAGE * random.nextInt(bytes.length / PAGE), PAGE));
            case 3 -> Files.write(data, new byte[0]);
            case 4 -> Files.writeString(Files.createDirectory(data).resolve("inside"), "kept");
            case 5 -> Files.write(data, flipped(bytes, random, bytes.length));
            case 6 -> Files.write(data, swapped(bytes, random));
            case 7 -> Files.write(data, zeroed(bytes, 0, 2 * PAGE + random.nextInt(3 * PAGE)));
            case 8 -> {
                Files.write(data, bytes);
                Files.delete(path.resolveSibling("errors.key"));
            }
            default -> {
                Files.write(data, zeroed(bytes, bytes.length / 2, bytes.length / 2));
                data.toFile().setReadOnly();
            }
        }
    }

    private static byte[] flipped(byte[] bytes, Random random, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] zeroed(byte[] bytes, int from, int length) {
        Arrays.fill(bytes, from, Math.min(bytes.length, from + length), (byte) 0);
        return bytes;
    }

    private static byte[] swapped(byte[] bytes, Random random) {
        byte[] before = bytes.clone();
        int one = PAGE * random.nextInt(bytes.length / PAGE);
        int other = PAGE * random.nextInt(bytes.length / PAGE);
        System.arraycopy(before, one, bytes, other, PAGE);
        System.arraycopy(before, other, bytes, one, PAGE);
        return bytes;
    }

    /** After a few tries at most, as the pipeline makes them. */
    private static boolean works(JpaStore store, SteppedClock clock) {
        for (int attempt = 0; attempt < 4; attempt++) {
            try {
                lookAtEverything(store);
                store.record(Events.stored(Events.of("New", NOW)));
                return store.health().state() == State.OPEN;
            } catch (StoreUnavailableException later) {
                clock.pass(Duration.ofMinutes(1));
            }
        }
        return false;
    }

    private static void lookAtEverything(JpaStore store) {
        List<Issue> issues = store.issues(IssueQuery.unresolved()).issues();
        issues.forEach(issue -> store.events(issue.id(), null, 100));
        store.hourly(issues.stream().map(Issue::id).toList(), NOW, 24);
    }

    private static boolean isSetAside(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.anyMatch(file -> file.getFileName().toString().contains(".damaged-")
                    && file.getFileName().toString().endsWith(".mv.db"));
        }
    }

    private static String permissions(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
