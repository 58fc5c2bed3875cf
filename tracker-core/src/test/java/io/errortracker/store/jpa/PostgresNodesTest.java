package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.Change;
import io.errortracker.issue.Issue;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class PostgresNodesTest {
    private static final int NODES = 4;
    private static final int BATCHES = 25;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Test
    void nodes_that_share_a_database_lose_no_event_and_make_one_issue_of_one_fault() throws Exception {
        StoreLocation.Jdbc database = POSTGRES.database();
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        CyclicBarrier together = new CyclicBarrier(NODES);
        List<Future<Long>> firstSeen = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            firstSeen.add(nodes.submit(node(database, together)));
        }
        long first = 0;
        for (Future<Long> node : firstSeen) {
            first += node.get();
        }
        nodes.shutdown();

        try (JpaStore store = open(database)) {
            List<Issue> issues = store.issues(IssueQuery.unresolved()).issues();
            assertThat(issues).extracting(Issue::events).containsOnly((long) NODES * BATCHES);
            assertThat(issues).hasSize(2);
            assertThat(first).isEqualTo(2);
        }
    }

    private static Callable<Long> node(StoreLocation.Jdbc database, CyclicBarrier together) {
        return () -> {
            try (JpaStore store = open(database)) {
                together.await();
                long firstSeen = 0;
                for (int i = 0; i < BATCHES; i++) {
                    firstSeen += recordUntilTaken(store).stream()
                            .filter(Change.FirstSeen.class::isInstance)
                            .count();
                }
                return firstSeen;
            }
        };
    }

    /** As the pipeline does, which keeps a batch that the store could not take. */
    private static List<Change> recordUntilTaken(JpaStore store) {
        var batch = Events.stored(Events.of("OutOfTea", Instant.now()), Events.of("OutOfMilk", Instant.now()));
        while (true) {
            try {
                return store.record(batch);
            } catch (StoreUnavailableException again) {
                Thread.onSpinWait();
            }
        }
    }

    private static JpaStore open(StoreLocation.Jdbc database) {
        return JpaStore.create(Stores.settings(database, Clock.systemUTC()));
    }
}
