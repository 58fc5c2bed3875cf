package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.CappedJvm;
import io.errortracker.CappedJvm.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to make the application run out of memory, with as much memory as is promised to be enough. */
class BombsTest {
    private static final int ROOMY = 300;
    private static final int EACH = 16;
    private static final int TOGETHER = 64;

    @TempDir
    static Path directory;

    private final String bombs = directory.toString();

    @BeforeAll
    static void make() throws IOException {
        IngestBombs.write(directory);
    }

    @Test
    void a_bomb_costs_no_more_than_16_mebibytes_and_twenty_at_once_no_more_than_64() {
        int base = base();

        Outcome each = CappedJvm.run(IngestBombs.class, base + EACH, "each", bombs);
        Outcome together = CappedJvm.run(IngestBombs.class, base + TOGETHER, "together", bombs);

        tell(base, each);
        tell(base, together);
        assertThat(each.exit()).as("enough memory").isZero();
        assertThat(together.exit()).as("enough memory").isZero();
        assertThat(each.figure("alive")).isEqualTo(200);
        assertThat(together.figure("alive")).isEqualTo(200);
        assertThat(each.figure("failures") + together.figure("failures")).isZero();
    }

    @Test
    void without_the_limits_the_same_bombs_go_off() {
        int base = base();

        Outcome unbounded = CappedJvm.run(IngestBombs.class, base + EACH, "each", bombs, "unbounded");

        assertThat(unbounded.exit()).isNotZero();
    }

    /** What lives on without bombs. With room, a JVM keeps more than it needs. */
    private int base() {
        int roomy = CappedJvm.run(IngestBombs.class, ROOMY, "each", bombs).figure("base");
        return CappedJvm.run(IngestBombs.class, roomy + EACH, "each", bombs).figure("base");
    }

    private static void tell(int base, Outcome outcome) {
        System.Logger figures = System.getLogger("figures");
        figures.log(System.Logger.Level.INFO, "live heap without bombs: {0} MiB; exit {1}", base, outcome.exit());
        outcome.lines().forEach(line -> figures.log(System.Logger.Level.INFO, line));
    }
}
