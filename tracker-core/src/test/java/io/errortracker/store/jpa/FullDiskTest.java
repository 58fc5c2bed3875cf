package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.errortracker.SteppedClock;
import io.errortracker.bundled.h2.store.fs.FilePath;
import io.errortracker.health.DropReason;
import io.errortracker.issue.Issue;
import io.errortracker.store.Events;
import io.errortracker.store.StoreHealth.State;
import io.errortracker.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private final SteppedClock clock = new SteppedClock(NOW);
    private final FullDisk disk = new FullDisk();

    @TempDir
    private Path directory;

    @BeforeEach
    void mount() {
        FilePath.register(disk);
    }

    @AfterEach
    void unmount() {
        FullDisk.FULL.set(false);
        FilePath.unregister(disk);
    }

    @Test
    void a_full_disk_is_told_and_once_there_is_space_it_goes_on_with_nothing_lost() {
        int cycles = 5;
        StoreSettings settings = Stores.settings(new StoreLocation.File(directory.resolve("errors")), clock);
        try (JpaStore store = JpaStore.create(settings, "fulldisk:")) {
            store.record(Events.stored(Events.of("Full", NOW)));
            for (int i = 0; i < cycles; i++) {
                FullDisk.FULL.set(true);
                refuses(store);
                refuses(store);
                clock.pass(Duration.ofMinutes(1));
                refuses(store);
                assertThat(store.health().state()).isEqualTo(State.UNAVAILABLE);

                FullDisk.FULL.set(false);
                clock.pass(Duration.ofMinutes(1));
                store.record(Events.stored(Events.of("Full", NOW)));
                assertThat(store.health().state()).isEqualTo(State.OPEN);
            }
            Issue issue = store.issue("SHOP-1").orElseThrow();
            System.out.println("full=" + cycles + " resumed=" + cycles + " lost=" + (cycles + 1 - issue.events()));
            assertThat(issue.events()).isEqualTo(cycles + 1);
            assertThat(store.health().notices()).isEmpty();
        }
    }

    @Test
    void what_is_stored_can_be_looked_at_again_as_soon_as_there_is_space() {
        StoreSettings settings = Stores.settings(new StoreLocation.File(directory.resolve("errors")), clock);
        try (JpaStore store = JpaStore.create(settings, "fulldisk:")) {
            store.record(Events.stored(Events.of("Full", NOW)));
            FullDisk.FULL.set(true);
            refuses(store);
            FullDisk.FULL.set(false);
            clock.pass(Duration.ofMinutes(1));

            assertThat(store.issue("SHOP-1")).isPresent();
        }
    }

    private static void refuses(JpaStore store) {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.record(Events.stored(Events.many(50, "Full", NOW))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(DropReason.DISK_FULL));
    }
}
