package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertAction.Kind;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.OpenStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final SteppedClock clock = new SteppedClock(NOW);
    private final SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
    private final JpaStore store = OpenStores.memory(clock);
    private final Outbox outbox = store.outbox();
    private final Recipient mail = new Recipient(Kind.MAIL);
    private final Recipient log = new Recipient(Kind.LOG);
    private final Sender sender = sender("one");

    private Sender sender(String node) {
        return new Sender(
                outbox,
                List.of(mail, log),
                delivery -> Message.of(delivery, "shop", new Links(null)),
                new Digests(),
                node,
                health,
                clock,
                () -> 0.5);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_waits_is_sent_once() {
        put(Kind.MAIL, Kind.LOG);

        sender.round();
        sender.round();

        assertThat(mail.got).hasSize(1);
        assertThat(log.got).hasSize(1);
        assertThat(outbox.latest(10)).allMatch(delivery -> delivery.state() == Delivery.State.SENT);
    }

    @Test
    void what_fails_is_tried_again_with_growing_pauses_under_the_same_key() {
        put(Kind.MAIL);
        mail.failure = NotSent.yet("connection refused");
        List<Long> pauses = new ArrayList<>();
        Instant last = clock.instant();
        while (mail.tried < 6) {
            int before = mail.tried;
            sender.round();
            if (mail.tried > before) {
                pauses.add(Duration.between(last, clock.instant()).toSeconds());
                last = clock.instant();
            }
            clock.pass(Duration.ofSeconds(1));
        }
        mail.failure = null;
        clock.pass(Duration.ofHours(1));
        sender.round();

        assertThat(pauses).containsExactly(0L, 15L, 30L, 60L, 120L, 240L);
        assertThat(mail.got).hasSize(1);
        assertThat(mail.keys).containsOnly(mail.got.get(0).key());
    }

    @Test
    void the_pause_varies_by_a_quarter_and_ends_at_an_hour() {
        assertThat(sender.pause(0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(sender.pause(100)).isEqualTo(Duration.ofHours(1));
        Sender eager = new Sender(outbox, List.of(), delivery -> null, new Digests(), "x", health, clock, () -> 0);
        assertThat(eager.pause(100)).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void what_cannot_ever_arrive_is_given_up_at_once_and_what_fails_for_a_day_then() {
        put(Kind.MAIL);
        mail.failure = NotSent.ever("no such address");
        sender.round();
        assertThat(outbox.latest(1).get(0).state()).isEqualTo(Delivery.State.FAILED);

        put(Kind.LOG);
        log.failure = NotSent.yet("down");
        Instant begun = clock.instant();
        while (outbox.latest(1).get(0).state() == Delivery.State.WAITING) {
            sender.round();
            clock.pass(Duration.ofMinutes(5));
        }
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofHours(18), Duration.ofHours(30));
        assertThat(outbox.latest(1).get(0).problem()).isEqualTo("down");
    }

    @Test
    void a_dead_way_is_asked_once_not_once_for_each_message_and_others_go_on() {
        for (int i = 0; i < 50; i++) {
            put(Kind.MAIL, Kind.LOG);
        }
        mail.failure = NotSent.yet("timed out");

        sender.round();

        assertThat(mail.tried).isEqualTo(1);
        assertThat(log.got).hasSize(50);
        mail.failure = null;
        clock.pass(Duration.ofMinutes(1));
        sender.round();
        assertThat(mail.got).hasSize(50);
    }

    @Test
    void what_cannot_be_used_says_why_and_is_sent_when_it_can() {
        put(Kind.MAIL);
        put(Kind.WEBHOOK);
        mail.problem = "Mail is not set up";
        sender.round();

        assertThat(outbox.latest(2))
                .extracting(Delivery::problem)
                .containsExactly("webhook is not available", "Mail is not set up");
        mail.problem = null;
        clock.pass(Duration.ofMinutes(1));
        sender.round();
        assertThat(mail.got).hasSize(1);
    }

    @Test
    void a_failure_of_our_own_is_a_failure_of_the_delivery_only() {
        put(Kind.MAIL);
        put(Kind.LOG);
        mail.broken = true;

        sender.round();

        assertThat(log.got).hasSize(1);
        assertThat(health.lastFailure().doing()).isEqualTo("sending an alert");
    }

    @Test
    void the_digest_comes_five_minutes_after_the_last_that_was_held_back_and_once_an_hour() {
        hold(3);
        clock.pass(Duration.ofMinutes(4));
        hold(2);
        sender.round();
        clock.pass(Duration.ofMinutes(4));
        sender.round();
        assertThat(mail.got).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        sender.round();
        assertThat(mail.got).singleElement().satisfies(message -> {
            assertThat(message.isDigest()).isTrue();
            assertThat(message.named()).hasSize(5);
            assertThat(message.title()).isEqualTo("[shop] 5 further alerts within the hour");
        });

        hold(1);
        clock.pass(Duration.ofMinutes(59));
        sender.round();
        assertThat(mail.got).hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        sender.round();
        assertThat(mail.got).hasSize(2);
    }

    @Test
    void a_storm_that_does_not_end_is_summed_up_after_an_hour() {
        for (int minute = 0; minute < 60; minute++) {
            hold(1);
            sender.round();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(mail.got).isEmpty();
        sender.round();

        assertThat(mail.got).singleElement().satisfies(message -> assertThat(message.named())
                .hasSize(60));
    }

    private void put(Kind... kinds) {
        outbox.put(alert(kinds));
    }

    private void hold(int count) {
        store.watchedBy((news, now, memory) -> {
            for (int i = 0; i < count; i++) {
                memory.put(alert(Kind.MAIL), true);
            }
        });
        store.record(io.errortracker.store.Events.stored(io.errortracker.store.Events.of("Held", clock.instant())));
    }

    private FiredAlert alert(Kind... kinds) {
        List<AlertAction> actions = new ArrayList<>();
        for (Kind kind : kinds) {
            actions.add(AlertAction.of(kind));
        }
        return new FiredAlert(
                ErrorEvent.newId(),
                FiredAlert.Kind.NEW_ISSUE,
                "new-issue",
                "New issue",
                "because",
                clock.instant(),
                FiredAlert.Subject.none(),
                actions);
    }

    private static final class Recipient implements Notifier {
        private final Kind kind;
        private final List<Message> got = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private int tried;
        private boolean broken;
        private @Nullable NotSent failure;
        private @Nullable String problem;

        Recipient(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public @Nullable String problem() {
            return problem;
        }

        @Override
        public String destination(@Nullable String target) {
            return "here";
        }

        @Override
        public void send(Message message) throws NotSent {
            tried++;
            keys.add(message.key());
            if (broken) {
                throw new IllegalStateException("broken");
            }
            if (failure != null) {
                throw failure;
            }
            got.add(message);
        }
    }
}
