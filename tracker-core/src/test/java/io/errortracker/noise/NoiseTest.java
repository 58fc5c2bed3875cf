package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.jpa.NoiseStores;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules of two nodes that share a store, and the counts of what they drop. */
class NoiseTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:00Z");

    private final SteppedClock clock = new SteppedClock(NOW);
    private final NoiseStores shared = new NoiseStores(clock);
    private final SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
    private final Noise here = node(health);

    @AfterEach
    void close() {
        shared.close();
    }

    @Test
    void a_rule_made_on_one_node_applies_on_all_within_five_seconds() {
        Noise there = node(new SelfHealth(clock, System.getLogger("io.errortracker.test")));
        assertThat(here.reason(failure("Declined"))).isNull();
        assertThat(there.reason(failure("Declined"))).isNull();

        long rule = shared.noise()
                .addRule(Criteria.NONE.exception("Declined"), "", "jo")
                .orElseThrow()
                .id();
        clock.pass(Duration.ofSeconds(5));
        assertThat(here.reason(failure("Declined"))).isEqualTo(DropReason.IGNORE_RULE);
        assertThat(there.reason(failure("Declined"))).isEqualTo(DropReason.IGNORE_RULE);

        shared.noise().pauseRule(rule, true);
        clock.pass(Duration.ofSeconds(5));
        assertThat(here.reason(failure("Declined"))).isNull();
        assertThat(there.reason(failure("Declined"))).isNull();
    }

    @Test
    void a_rule_applies_to_the_first_event_after_a_start() {
        shared.noise().addRule(Criteria.NONE.exception("Declined"), "", "jo");

        assertThat(here.reason(failure("Declined"))).isEqualTo(DropReason.IGNORE_RULE);
    }

    @Test
    void while_the_store_cannot_be_read_the_rules_known_last_apply() {
        shared.noise().addRule(Criteria.NONE.exception("Declined"), "", "jo");
        assertThat(here.reason(failure("Declined"))).isEqualTo(DropReason.IGNORE_RULE);

        shared.close();
        clock.pass(Duration.ofSeconds(60));

        assertThat(here.reason(failure("Declined"))).isEqualTo(DropReason.IGNORE_RULE);
    }

    @Test
    void what_each_rule_and_reason_dropped_is_written_once() {
        long rule = shared.noise()
                .addRule(Criteria.NONE.exception("Declined"), "", "jo")
                .orElseThrow()
                .id();
        for (int i = 0; i < 7; i++) {
            drop(failure("Declined"));
        }
        health.dropped(DropReason.QUEUE_FULL, 3);

        here.keepCount();
        clock.pass(Duration.ofSeconds(6));
        here.keepCount();
        drop(failure("Declined"));
        here.write();

        var dropped = shared.noise().dropped(clock.instant(), 1);
        assertThat(dropped).containsOnlyKeys("ignore_rule", "rule:" + rule, "queue_full");
        assertThat(dropped.get("ignore_rule").total()).isEqualTo(8);
        assertThat(dropped.get("rule:" + rule).total()).isEqualTo(8);
        assertThat(dropped.get("queue_full").total()).isEqualTo(3);
    }

    @Test
    void what_could_not_be_written_is_written_with_the_rest() {
        Noise broken = new Noise(NoiseRules.defaultsOnly(), new NoiseStores.Failing(shared.noise(), 1), health, clock);
        health.dropped(DropReason.QUEUE_FULL, 3);
        broken.write();
        assertThat(shared.noise().dropped(NOW, 1)).isEmpty();

        health.dropped(DropReason.QUEUE_FULL, 4);
        broken.write();

        assertThat(shared.noise().dropped(NOW, 1).get("queue_full").total()).isEqualTo(7);
    }

    private void drop(ErrorEvent event) {
        DropReason reason = here.reason(event);
        assertThat(reason).isNotNull();
        health.dropped(reason);
    }

    private Noise node(SelfHealth own) {
        return new Noise(
                new NoiseRules(1.0, EnumSet.allOf(DefaultRule.class), List.of(), List.of()),
                shared.noise(),
                own,
                clock);
    }

    private static ErrorEvent failure(String type) {
        return ErrorEvent.builder(ErrorEvent.newId(), NOW)
                .exceptions(List.of(ExceptionInfo.ofClass("shop." + type, "no", null, List.of())))
                .build();
    }
}
