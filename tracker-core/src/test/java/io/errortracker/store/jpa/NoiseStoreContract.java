package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.Dropped;
import io.errortracker.store.Events;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do for noise. */
abstract class NoiseStoreContract extends OwnStore {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:00Z");
    private static final Criteria TIMEOUTS =
            new Criteria("java.net.SocketTimeoutException", "^read", "GET /orders/*", "5xx,404", "curl", "jaxrs");

    NoiseStoreContract() {
        super(NOW, Stores.KEEP_ALL);
    }

    @Test
    void a_store_begins_without_rules_and_counts() {
        assertThat(store.noise().wishes()).isEqualTo(NoiseStore.Wishes.NONE);
        assertThat(store.noise().dropped(NOW, 24)).isEmpty();
    }

    @Test
    void a_rule_is_kept_as_it_was_made_and_the_newest_comes_first() {
        IgnoreRule first =
                store.noise().addRule(TIMEOUTS, "the carrier is slow", "jo").orElseThrow();
        IgnoreRule second = store.noise()
                .addRule(Criteria.NONE.message("é 世 😀"), "", "mara")
                .orElseThrow();

        assertThat(first.criteria()).isEqualTo(TIMEOUTS);
        assertThat(first.note()).isEqualTo("the carrier is slow");
        assertThat(first.author()).isEqualTo("jo");
        assertThat(first.paused()).isFalse();
        assertThat(store.noise().wishes().rules()).containsExactly(second, first);
    }

    @Test
    void a_rule_is_changed_paused_and_deleted() {
        IgnoreRule rule = store.noise().addRule(TIMEOUTS, "", "jo").orElseThrow();

        assertThat(store.noise().changeRule(rule.id(), TIMEOUTS.status("503"), "less"))
                .isTrue();
        assertThat(store.noise().pauseRule(rule.id(), true)).isTrue();
        assertThat(store.noise().pauseRule(rule.id(), true)).as("twice").isTrue();
        assertThat(store.noise().wishes().rules()).singleElement().satisfies(changed -> {
            assertThat(changed.criteria().status()).isEqualTo("503");
            assertThat(changed.note()).isEqualTo("less");
            assertThat(changed.paused()).isTrue();
            assertThat(changed.created()).isEqualTo(rule.created());
        });
        assertThat(store.noise().deleteRule(rule.id())).isTrue();
        assertThat(store.noise().wishes().rules()).isEmpty();
        assertThat(store.noise().deleteRule(rule.id())).isFalse();
        assertThat(store.noise().pauseRule(rule.id(), true)).isFalse();
        assertThat(store.noise().changeRule(rule.id(), TIMEOUTS, "")).isFalse();
    }

    @Test
    void the_number_of_a_deleted_rule_is_not_used_again() {
        IgnoreRule gone = store.noise().addRule(TIMEOUTS, "", "jo").orElseThrow();
        store.noise().deleteRule(gone.id());

        assertThat(store.noise().addRule(TIMEOUTS, "", "jo").orElseThrow().id()).isGreaterThan(gone.id());
    }

    @Test
    void there_can_be_so_many_rules_and_no_more() {
        for (int i = 0; i < NoiseStore.MOST_RULES; i++) {
            assertThat(store.noise().addRule(TIMEOUTS, "", "jo")).isPresent();
        }

        assertThat(store.noise().addRule(TIMEOUTS, "", "jo")).isEmpty();
        assertThat(store.noise().wishes().rules()).hasSize(NoiseStore.MOST_RULES);
    }

    @Test
    void a_default_rule_is_switched_off_and_on() {
        store.noise().switchDefault("bots", false);
        store.noise().switchDefault("bots", false);
        store.noise().switchDefault("client-errors", false);
        assertThat(store.noise().wishes().switchedOff()).containsExactlyInAnyOrder("bots", "client-errors");

        store.noise().switchDefault("bots", true);
        assertThat(store.noise().wishes().switchedOff()).containsExactly("client-errors");
    }

    @Test
    void drops_add_up_by_cause_and_hour() {
        store.noise()
                .addDrops(List.of(
                        new NoiseStore.Drop("client_error", NOW, 5),
                        new NoiseStore.Drop("rule:1", NOW.minusSeconds(3_600), 2)));
        store.noise()
                .addDrops(List.of(
                        new NoiseStore.Drop("client_error", NOW, 7),
                        new NoiseStore.Drop("client_error", NOW.minusSeconds(48 * 3_600), 100)));

        Map<String, Dropped> dropped = store.noise().dropped(NOW, 24);

        assertThat(dropped).containsOnlyKeys("client_error", "rule:1");
        assertThat(dropped.get("client_error").hours()).hasSize(24).endsWith(0, 12);
        assertThat(dropped.get("client_error").recent()).isEqualTo(12);
        assertThat(dropped.get("client_error").total()).isEqualTo(112);
        assertThat(dropped.get("rule:1").hours()).endsWith(0, 2, 0);
    }

    @Test
    void what_a_deleted_rule_dropped_is_forgotten() {
        IgnoreRule rule = store.noise().addRule(TIMEOUTS, "", "jo").orElseThrow();
        store.noise().addDrops(List.of(new NoiseStore.Drop(NoiseStore.cause(rule.id()), NOW, 5)));

        store.noise().deleteRule(rule.id());

        assertThat(store.noise().dropped(NOW, 24)).isEmpty();
    }

    @Test
    void the_events_stored_last_are_shown_newest_first_whatever_their_issue() {
        store.record(Events.stored(Events.many(70, "OutOfTea", NOW)));
        store.record(Events.stored(Events.many(70, "OutOfMilk", NOW)));
        List<StoredEvent> seen = new ArrayList<>();

        store.noise().latestEvents(120, seen::add);

        assertThat(seen).hasSize(120);
        assertThat(seen.stream().map(event -> event.event().thrown().type()))
                .startsWith("OutOfMilk")
                .endsWith("OutOfTea");
        assertThat(seen.stream().map(StoredEvent::issueId).distinct()).hasSize(2);
        assertThat(IntStream.range(1, 70).allMatch(i -> seen.get(i)
                        .event()
                        .timestamp()
                        .isBefore(seen.get(i - 1).event().timestamp())))
                .isTrue();
    }
}
