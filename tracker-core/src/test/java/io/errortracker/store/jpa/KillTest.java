package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.Issue;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoreHealth.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int KILLS = Integer.getInteger("tracker.kills", 10);

    @TempDir
    private Path directory;

    @Test
    void a_store_whose_process_was_killed_opens_with_everything_that_was_recorded() throws Exception {
        Path path = directory.resolve("errors");
        Random random = new Random(7);
        long before = 0;
        int opened = 0;
        long lost = 0;
        for (int run = 0; run < KILLS; run++) {
            long recorded = before + recordAndKill(path, run, 1 + random.nextInt(12));
            try (JpaStore store = Stores.file(path, Clock.systemUTC())) {
                before = consistentEvents(store);
                opened += store.health().state() == State.OPEN
                                && store.health().notices().isEmpty()
                        ? 1
                        : 0;
            }
            lost += Math.max(0, recorded - before);
            assertThat(before).isBetween(recorded - lost, recorded + StoreProcess.BATCH);
        }

        System.out.println("kills=" + KILLS + " opened=" + opened + " lost=" + lost + " events=" + before);
        assertThat(opened).isEqualTo(KILLS);
        assertThat(lost).isZero();
    }

    private static long recordAndKill(Path path, int run, int batches) throws Exception {
        try (StoreProcess process = StoreProcess.recording(path, run)) {
            String line = "0";
            for (int i = 0; i < batches; i++) {
                line = process.line();
            }
            process.kill();
            return Long.parseLong(process.lastLine(line));
        }
    }

    /** The counters of issues and hours agree with the events. */
    private static long consistentEvents(JpaStore store) {
        StoreHealth health = store.health();
        long ofIssues = store.issues(IssueQuery.unresolved()).issues().stream()
                .mapToLong(Issue::events)
                .sum();
        long events = store.health().events();
        assertThat(health.state()).isIn(State.OPEN, State.NOT_OPENED);
        assertThat(ofIssues).isEqualTo(events);
        assertThat(Arrays.stream(store.hourlyTotal(Instant.now(), 24)).sum()).isEqualTo(events);
        for (Issue issue : store.issues(IssueQuery.unresolved()).issues()) {
            assertThat(store.latestEvent(issue.id())).isPresent();
        }
        return events;
    }
}
