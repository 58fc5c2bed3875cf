package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Events;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertWatch;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.IssueNews;
import io.errortracker.store.alert.Outbox;
import java.time.Clock;
import java.time.Duration;
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

/** Several nodes on one database decide as one, and one of them sends. */
@Timeout(120)
class PostgresAlertNodesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int NODES = 4;
    private static final int BATCHES = 20;
    private static final int LIMIT = 10;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Test
    void a_threshold_that_all_nodes_cross_together_is_crossed_once_and_the_limit_holds_for_all() throws Exception {
        StoreLocation.Jdbc database = POSTGRES.database();
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        CyclicBarrier start = new CyclicBarrier(NODES);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                String name = "node" + node;
                running.add(nodes.submit(work(database, name, start)));
            }
            for (Future<Integer> one : running) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        try (JpaStore store = open(database)) {
            List<Delivery> all = store.outbox().latest(500);
            assertThat(all.stream()
                            .map(delivery -> delivery.alert().subject().shortId()
                                    + delivery.alert().kind()))
                    .doesNotHaveDuplicates();
            assertThat(all).hasSize(LIMIT);
            assertThat(store.outbox().held().alerts()).isEqualTo(2L * BATCHES - LIMIT);
        }
    }

    /** Each node has the same issues, with users of its own. */
    private static Callable<Integer> work(StoreLocation.Jdbc database, String node, CyclicBarrier start) {
        return () -> {
            try (JpaStore store = open(database)) {
                store.watchedBy(watch());
                start.await();
                for (int batch = 0; batch < BATCHES; batch++) {
                    List<GroupedEvent> events = new ArrayList<>();
                    for (int user = 0; user < 10; user++) {
                        events.add(Events.by(node + user, "Type" + batch, NOW));
                    }
                    store.record(Events.stored(events));
                }
                return BATCHES;
            }
        };
    }

    /** New issues, and more than fifteen users: two alerts for each issue. */
    private static AlertWatch watch() {
        return (news, now, memory) -> {
            List<FiredAlert> fired = new ArrayList<>();
            for (IssueNews one : news) {
                if (one.first()) {
                    fired.add(alert(one, FiredAlert.Kind.NEW_ISSUE));
                }
                if (one.usersBefore() <= 15 && one.issue().users() > 15) {
                    fired.add(alert(one, FiredAlert.Kind.HIGH_VOLUME));
                }
            }
            long told = fired.isEmpty() ? 0 : memory.toldSince(NOW.minus(Duration.ofHours(1)));
            for (FiredAlert alert : fired) {
                memory.put(alert, told >= LIMIT);
                told += told >= LIMIT ? 0 : 1;
            }
        };
    }

    private static FiredAlert alert(IssueNews news, FiredAlert.Kind kind) {
        return new FiredAlert(
                io.errortracker.event.ErrorEvent.newId(),
                kind,
                "rule",
                "Rule",
                "because",
                NOW,
                new FiredAlert.Subject(
                        news.issue().id(),
                        news.issue().shortId(),
                        news.issue().type(),
                        "",
                        null,
                        null,
                        news.issue().level(),
                        null,
                        null,
                        null,
                        1,
                        1,
                        List.of(),
                        List.of()),
                List.of(AlertAction.of(AlertAction.Kind.LOG)));
    }

    @Test
    void one_node_has_the_office_until_it_ends_or_is_given_back() {
        StoreLocation.Jdbc database = POSTGRES.database();
        try (JpaStore one = open(database);
                JpaStore other = open(database)) {
            Outbox first = one.outbox();
            Outbox second = other.outbox();
            assertThat(first.lead("one", NOW, NOW.plusSeconds(90))).isTrue();
            assertThat(second.lead("two", NOW.plusSeconds(80), NOW.plusSeconds(170)))
                    .isFalse();
            assertThat(first.lead("one", NOW.plusSeconds(80), NOW.plusSeconds(170)))
                    .isTrue();
            assertThat(second.lead("two", NOW.plusSeconds(171), NOW.plusSeconds(261)))
                    .isTrue();
            assertThat(first.lead("one", NOW.plusSeconds(172), NOW.plusSeconds(262)))
                    .isFalse();

            first.resign("one");
            assertThat(first.lead("one", NOW.plusSeconds(173), NOW.plusSeconds(263)))
                    .isFalse();
            second.resign("two");
            assertThat(first.lead("one", NOW.plusSeconds(174), NOW.plusSeconds(264)))
                    .isTrue();
        }
    }

    private static JpaStore open(StoreLocation.Jdbc database) {
        return JpaStore.create(Stores.settings(database, Clock.fixed(NOW, java.time.ZoneOffset.UTC)));
    }
}
