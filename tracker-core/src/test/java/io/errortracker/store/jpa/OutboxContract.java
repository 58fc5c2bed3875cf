package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Level;
import io.errortracker.store.Batch;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertAction.Kind;
import io.errortracker.store.alert.AlertMemory.CounterKey;
import io.errortracker.store.alert.AlertWatch;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.IssueNews;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.alert.RuleShelf;
import io.errortracker.store.alert.StoredRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every outbox, and what alerts remember beside it, must do. */
abstract class OutboxContract extends OwnStore {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final AlertAction MAIL = AlertAction.of(Kind.MAIL);
    private static final AlertAction CHAT = new AlertAction(Kind.WEBHOOK, "slack https://chat.example/T/1");

    private int made;

    OutboxContract() {
        super(NOW, Stores.KEEP_ALL);
    }

    @Test
    void a_fired_alert_waits_in_the_outbox_with_everything_it_says() {
        FiredAlert alert = alert(NOW, MAIL, CHAT);
        put(alert, false);

        List<Delivery> due = store.outbox().due(NOW, 10);

        assertThat(due).extracting(Delivery::alert).containsExactly(alert, alert);
        assertThat(due).extracting(Delivery::action).containsExactly(MAIL, CHAT);
        assertThat(due)
                .allMatch(delivery -> delivery.state() == Delivery.State.WAITING
                        && delivery.attempts() == 0
                        && delivery.idempotencyKey().equals(alert.id()));
        assertThat(store.outbox().due(NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(store.outbox().due(NOW, 1)).hasSize(1);
    }

    @Test
    void what_was_sent_is_not_due_again_unless_somebody_wants_it_once_more() {
        put(alert(NOW, MAIL), false);
        Delivery delivery = store.outbox().due(NOW, 10).get(0);

        store.outbox().sent(delivery.id(), NOW.plusSeconds(3));

        assertThat(store.outbox().due(NOW.plusSeconds(60), 10)).isEmpty();
        Delivery sent = store.outbox().latest(10).get(0);
        assertThat(sent.state()).isEqualTo(Delivery.State.SENT);
        assertThat(sent.done()).isEqualTo(NOW.plusSeconds(3));
        assertThat(sent.attempts()).isEqualTo(1);

        assertThat(store.outbox().again(delivery.id(), NOW.plusSeconds(9))).isTrue();
        assertThat(store.outbox().again(9_999, NOW)).isFalse();
        assertThat(store.outbox().due(NOW.plusSeconds(9), 10))
                .singleElement()
                .extracting(Delivery::idempotencyKey)
                .isEqualTo(delivery.alert().id() + "-1");
    }

    @Test
    void what_failed_is_due_when_it_was_said_and_keeps_its_key() {
        put(alert(NOW, MAIL), false);
        Delivery delivery = store.outbox().due(NOW, 10).get(0);

        store.outbox().failed(delivery.id(), "connection refused", NOW, NOW.plusSeconds(30));

        assertThat(store.outbox().due(NOW.plusSeconds(29), 10)).isEmpty();
        Delivery due = store.outbox().due(NOW.plusSeconds(30), 10).get(0);
        assertThat(due.attempts()).isEqualTo(1);
        assertThat(due.problem()).isEqualTo("connection refused");
        assertThat(due.idempotencyKey()).isEqualTo(delivery.idempotencyKey());

        store.outbox().failed(delivery.id(), "no such user", NOW.plusSeconds(30), null);
        assertThat(store.outbox().due(NOW.plusSeconds(99_999), 10)).isEmpty();
        assertThat(store.outbox().latest(10).get(0).state()).isEqualTo(Delivery.State.FAILED);

        store.outbox().again(delivery.id(), NOW.plusSeconds(60));
        Delivery again = store.outbox().due(NOW.plusSeconds(60), 10).get(0);
        assertThat(again.idempotencyKey())
                .as("it may have arrived all the same")
                .isEqualTo(delivery.idempotencyKey());
    }

    @Test
    void what_is_held_back_is_named_by_one_digest() {
        FiredAlert one = alert(NOW, MAIL);
        FiredAlert other = alert(NOW.plusSeconds(5), MAIL, CHAT);
        put(one, true);
        put(other, true);
        assertThat(store.outbox().due(NOW.plusSeconds(60), 10)).isEmpty();
        assertThat(store.outbox().held())
                .isEqualTo(new Outbox.Held(2, NOW, NOW.plusSeconds(5), null, List.of(MAIL, CHAT)));

        FiredAlert digest = new FiredAlert(
                id(),
                FiredAlert.Kind.DIGEST,
                "",
                "limit",
                "2 more",
                NOW.plusSeconds(9),
                FiredAlert.Subject.none(),
                List.of(MAIL));
        store.outbox().digest(digest);

        Delivery delivery = store.outbox().due(NOW.plusSeconds(9), 10).get(0);
        assertThat(delivery.alert()).isEqualTo(digest);
        assertThat(delivery.named()).containsExactly(other, one);
        assertThat(store.outbox().held()).isEqualTo(new Outbox.Held(0, null, null, NOW.plusSeconds(9), List.of()));
    }

    @Test
    void what_was_told_is_counted_and_what_was_held_back_tested_or_summed_up_is_not() {
        put(alert(NOW, MAIL), false);
        put(alert(NOW.plusSeconds(100), MAIL), false);
        put(alert(NOW.plusSeconds(100), MAIL), true);
        store.outbox().put(alert(NOW.plusSeconds(100), MAIL));
        List<Long> counts = new ArrayList<>();

        within((news, now, memory) -> {
            counts.add(memory.toldSince(NOW.minusSeconds(1)));
            counts.add(memory.toldSince(NOW.plusSeconds(50)));
            counts.add(memory.toldSince(NOW.plusSeconds(100)));
        });

        assertThat(counts).containsExactly(2L, 1L, 0L);
        assertThat(store.alertRules().firedSince(NOW.plusSeconds(50))).containsEntry("rule", 3L);
    }

    @Test
    void an_alert_is_stored_exactly_when_its_events_are() {
        store.watchedBy((news, now, memory) -> {
            memory.put(alert(NOW, MAIL), false);
            throw new IllegalStateException("alerts are broken");
        });

        assertThat(store.record(Events.stored(Events.of("Broken", NOW)))).hasSize(1);

        assertThat(store.outbox().latest(10)).isEmpty();
        assertThat(store.issues(IssueQuery.unresolved()).issues()).hasSize(1);
    }

    @Test
    void the_watch_is_told_what_each_batch_did_to_each_issue() {
        List<IssueNews> told = new ArrayList<>();
        store.watchedBy((news, now, memory) -> told.addAll(news));

        store.record(Events.stored(Events.by("a", "A", NOW), Events.by("b", "A", NOW), Events.of("B", NOW)));
        store.record(new Batch(
                List.of(Events.by("c", "A", NOW)), List.of(), List.of(new Batch.Tally(Events.hash("A"), NOW, 7))));

        assertThat(told).hasSize(3);
        assertThat(told.get(0).first()).isTrue();
        assertThat(told.get(0).usersBefore()).isZero();
        assertThat(told.get(0).issue().users()).isEqualTo(2);
        assertThat(told.get(0).seen())
                .extracting(IssueNews.Seen::user)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(told.get(1).seen()).extracting(IssueNews.Seen::user).containsOnlyNulls();
        assertThat(told.get(2).first()).isFalse();
        assertThat(told.get(2).usersBefore()).isEqualTo(2);
        assertThat(told.get(2).issue().users()).isEqualTo(3);
        assertThat(told.get(2).tallied()).isEqualTo(7);
    }

    @Test
    void counters_are_kept_and_forgotten_with_their_time_their_rule_and_their_issue() {
        store.record(Events.stored(Events.of("A", NOW), Events.of("B", NOW)));
        CounterKey first = new CounterKey("one", 1);
        CounterKey second = new CounterKey("two", 2);
        within((news, now, memory) -> memory.keep(Map.of(first, new byte[] {1}, second, new byte[] {2}), NOW));
        within((news, now, memory) -> {
            assertThat(memory.counters(List.of(first))).containsOnlyKeys(first);
            memory.keep(Map.of(first, new byte[] {3}), NOW);
        });
        within((news, now, memory) -> assertThat(memory.counters(List.of(first, second)))
                .containsEntry(first, new byte[] {3})
                .containsEntry(second, new byte[] {2}));

        store.alertRules().forgetCounters("one");
        store.delete(List.of(2L), "jo");

        within((news, now, memory) ->
                assertThat(memory.counters(List.of(first, second))).isEmpty());
        within((news, now, memory) -> memory.keep(Map.of(first, new byte[] {1}), NOW));
        store.outbox().forgetBefore(NOW, NOW.plusSeconds(1));
        within((news, now, memory) ->
                assertThat(memory.counters(List.of(first))).isEmpty());
    }

    @Test
    void hours_and_rules_are_seen_from_within() {
        StoredRule rule = new StoredRule("made:1", "R: new issue", true, NOW.plusSeconds(5), "jo", NOW);
        store.alertRules().save(rule);
        List<StoredRule> seen = new ArrayList<>();
        List<Long> hours = new ArrayList<>();
        store.watchedBy((news, now, memory) -> {
            seen.addAll(memory.rules());
            for (long hour : memory.hours(news.get(0).issue().id(), NOW, 3)) {
                hours.add(hour);
            }
        });

        store.record(Events.stored(Events.of("A", NOW), Events.of("A", NOW.minus(Duration.ofHours(2)))));

        assertThat(seen).containsExactly(rule);
        assertThat(hours).containsExactly(1L, 0L, 1L);
    }

    @Test
    void rules_are_kept_changed_and_deleted() {
        StoredRule rule = new StoredRule("made:1", "R: new issue", false, null, "jo", NOW);
        assertThat(store.alertRules().save(rule)).isTrue();
        StoredRule changed = new StoredRule("made:1", "R: regression", false, null, "al", NOW.plusSeconds(1));
        assertThat(store.alertRules().save(changed)).isTrue();

        assertThat(store.alertRules().rules()).containsExactly(changed);
        assertThat(store.alertRules().delete("made:1")).isTrue();
        assertThat(store.alertRules().delete("made:1")).isFalse();
        assertThat(store.alertRules().rules()).isEmpty();
    }

    @Test
    void the_past_of_issues_is_told_for_previews() {
        store.record(Events.stored(Events.of("A", NOW), Events.of("A", NOW.minus(Duration.ofHours(1)))));

        RuleShelf.IssueHistory history = store.alertRules().histories(NOW, 24).get(0);

        assertThat(history.issue().type()).isEqualTo("A");
        assertThat(history.environments()).containsExactly("production");
        assertThat(history.releases()).containsExactly("1.0");
        assertThat(history.regressions()).isEmpty();
        assertThat(history.hours()).hasSize(24).endsWith(1L, 1L);
        assertThat(store.alertRules().histories(NOW.plus(Duration.ofDays(3)), 24))
                .isEmpty();
    }

    @Test
    void old_alerts_are_forgotten_but_not_those_that_still_wait() {
        put(alert(NOW, MAIL), false);
        put(alert(NOW, CHAT), false);
        put(alert(NOW, CHAT), true);
        store.outbox().sent(store.outbox().due(NOW, 10).get(0).id(), NOW);

        store.outbox().forgetBefore(NOW.plusSeconds(1), NOW);

        assertThat(store.outbox().latest(10)).extracting(Delivery::action).containsExactly(CHAT);
        assertThat(store.outbox().held().alerts()).isEqualTo(1);
    }

    @Test
    void foreign_text_of_any_kind_and_length_is_kept_as_far_as_it_fits() {
        String wild = "\u0000\ud800 'quoted'; drop table alert; \u202e" + "x".repeat(10_000);
        FiredAlert.Subject subject = new FiredAlert.Subject(
                1, wild, wild, wild, wild, wild, Level.ERROR, wild, wild, wild, 1, 1, List.of(1L), List.of(wild, wild));
        put(new FiredAlert(id(), FiredAlert.Kind.SPIKE, wild, wild, wild, NOW, subject, List.of(MAIL)), false);

        assertThat(store.outbox().due(NOW, 10)).singleElement().satisfies(delivery -> {
            assertThat(delivery.alert().subject().value())
                    .startsWith(" 'quoted'; drop table alert;")
                    .hasSize(500);
            store.outbox().failed(delivery.id(), wild, NOW, NOW);
        });
    }

    private void put(FiredAlert alert, boolean held) {
        within((news, now, memory) -> memory.put(alert, held));
    }

    /** Does something in the transaction that records a batch. */
    private void within(AlertWatch watch) {
        List<Throwable> failures = new ArrayList<>();
        store.watchedBy((news, now, memory) -> {
            try {
                watch.consider(news, now, memory);
            } catch (AssertionError failed) {
                failures.add(failed);
            }
        });
        store.record(Events.stored(Events.of("Within", NOW)));
        store.watchedBy(AlertWatch.NONE);
        assertThat(failures).isEmpty();
    }

    private FiredAlert alert(Instant fired, AlertAction... actions) {
        FiredAlert.Subject subject = new FiredAlert.Subject(
                7,
                "SHOP-7",
                "PaymentDeclined",
                "card expired",
                "Payment.pay",
                null,
                Level.ERROR,
                "production",
                null,
                "e".repeat(32),
                12,
                3,
                List.of(1L, 0L, 11L),
                List.of("shop.Payment.pay (Payment.java:7)"));
        return new FiredAlert(id(), FiredAlert.Kind.SPIKE, "rule", "Rule", "because", fired, subject, List.of(actions));
    }

    private String id() {
        return HexFormat.of().toHexDigits(++made).repeat(4);
    }
}
