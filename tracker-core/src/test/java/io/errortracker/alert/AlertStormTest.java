package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Events;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertAction.Kind;
import io.errortracker.store.alert.AlertWatch;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.OpenStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 100,000 errors in 1,000 issues within ten minutes. */
@Timeout(300)
class AlertStormTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
    private static final int BATCHES = 200;
    private static final int BATCH = 500;
    private static final int ISSUES = 1_000;

    private final SteppedClock clock = new SteppedClock(BEGIN);
    private final SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
    private final List<Message> messages = new ArrayList<>();

    @Test
    void a_storm_makes_sixty_messages_at_most_the_last_of_them_a_digest_that_names_the_rest() {
        long plain = storm(AlertWatch.NONE);
        clock.pass(Duration.between(clock.instant(), BEGIN));
        Evaluator evaluator = new Evaluator(
                new RuleBook(rules(), health),
                new Evaluator.Limits(Duration.ofMinutes(30), 60),
                () -> List.of(AlertAction.of(Kind.MAIL)),
                () -> {});
        long watched = storm(evaluator);

        System.out.println("errors=100000 issues=1000 messages=" + messages.size() + " named="
                + messages.get(messages.size() - 1).named().size() + " recorded/s=" + watched + " without alerts/s="
                + plain);
        assertThat(messages).hasSize(60);
        assertThat(messages.stream().filter(Message::isDigest)).hasSize(1);
        Message digest = messages.get(59);
        assertThat(digest.isDigest()).isTrue();
        Set<String> named = new HashSet<>();
        messages.subList(0, 59)
                .forEach(message -> named.add(message.alert().subject().shortId()));
        digest.issues().forEach(issue -> named.add(issue.shortId()));
        assertThat(named).hasSize(ISSUES);
        assertThat(digest.plain().lines().filter(line -> line.startsWith("SHOP-")))
                .hasSize(digest.issues().size());
    }

    private static List<AlertRule> rules() {
        return List.of(
                AlertRule.configured("new-issue", "New issue", new Condition.NewIssue(), EventFilter.ANY, List.of()),
                AlertRule.configured("regression", "Back", new Condition.Regression(), EventFilter.ANY, List.of()),
                AlertRule.configured("spike", "Spike", new Condition.Spike(100, 10), EventFilter.ANY, List.of()),
                AlertRule.configured("users", "Users", new Condition.HighVolume(50), EventFilter.ANY, List.of()));
    }

    /** @return events recorded in a second */
    private long storm(AlertWatch watch) {
        try (JpaStore store = OpenStores.memory(clock)) {
            store.watchedBy(watch);
            Sender sender = new Sender(
                    store.outbox(),
                    List.of(new Recipient()),
                    delivery -> Message.of(delivery, "shop", new Links(null)),
                    new Digests(),
                    "node",
                    health,
                    clock,
                    () -> 0.5);
            long taken = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                List<GroupedEvent> events = new ArrayList<>(BATCH);
                for (int i = 0; i < BATCH; i++) {
                    events.add(Events.of("Type" + (batch * BATCH + i) % ISSUES, clock.instant()));
                }
                long begun = System.nanoTime();
                store.record(Events.stored(events));
                taken += System.nanoTime() - begun;
                sender.round();
                clock.pass(Duration.ofSeconds(3));
            }
            for (int minute = 10; minute < 60; minute++) {
                sender.round();
                clock.pass(Duration.ofMinutes(1));
            }
            return BATCHES * BATCH * 1_000_000_000L / taken;
        }
    }

    private final class Recipient implements Notifier {
        @Override
        public Kind kind() {
            return Kind.MAIL;
        }

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public @Nullable String problem() {
            return null;
        }

        @Override
        public String destination(@Nullable String target) {
            return "here";
        }

        @Override
        public void send(Message message) {
            messages.add(message);
        }
    }
}
