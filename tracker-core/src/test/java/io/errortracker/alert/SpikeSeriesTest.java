package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.FiredAlert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The spike rule against recorded series, minute by minute; docs/alerts.md has the same table in words. */
class SpikeSeriesTest {
    /** Midnight UTC of a day on which New York sets its clocks back. */
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final int DAY = 1_440;

    private final RememberedAlerts memory = new RememberedAlerts();
    private final Evaluator evaluator = new Evaluator(
            new RuleBook(
                    List.of(AlertRule.configured(
                            "spike", "Spike", new Condition.Spike(100, 10), EventFilter.ANY, List.of())),
                    new SelfHealth(Clock.systemUTC(), System.getLogger("io.errortracker.test"))),
            new Evaluator.Limits(Duration.ofMinutes(30), 60),
            () -> List.of(AlertAction.of(AlertAction.Kind.LOG)),
            () -> {});

    /**
     * @param minutes how long the series is
     * @param events how many events each minute has
     * @param clock the minute that the clock shows in each minute
     * @param expected the minutes, as the clock shows them, in which it fires
     */
    record Series(String name, int minutes, LongUnaryOperator events, LongUnaryOperator clock, List<Long> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Arguments series(String name, int minutes, LongUnaryOperator events, long... expected) {
        return jumping(name, minutes, events, minute -> minute, expected);
    }

    private static Arguments jumping(
            String name, int minutes, LongUnaryOperator events, LongUnaryOperator clock, long... expected) {
        return Arguments.of(new Series(
                name,
                minutes,
                events,
                clock,
                java.util.Arrays.stream(expected).boxed().toList()));
    }

    static Stream<Arguments> table() {
        return Stream.of(
                series(
                        "flat, twelve an hour: fires on its first day only, when the tenth comes and nothing was before",
                        4 * DAY,
                        minute -> minute % 5 == 0 ? 1 : 0,
                        45),
                series(
                        "flat, then twice as many for an hour: fires when the hour reaches 100 % above the mean",
                        3 * DAY,
                        minute -> minute % 5 == 0 ? within(minute, 2 * DAY, 120) ? 2 : 1 : 0,
                        45,
                        2 * DAY + 55),
                series(
                        "99 % above is no spike",
                        3 * DAY,
                        minute ->
                                within(minute, 2 * DAY, 60) ? (minute % 60 == 0 ? 139 : 1) : minute % 60 == 0 ? 100 : 0,
                        0),
                series(
                        "daily rhythm, up to four an hour by day: below the floor, never fires",
                        5 * DAY,
                        minute -> hour(minute) >= 8 && hour(minute) < 20 && minute % 15 == 0 ? 1 : 0),
                series(
                        "empty start: ten in the first hour fire although nothing is known (Sentry: silent on an empty baseline)",
                        DAY,
                        minute -> minute < 10 ? 1 : 0,
                        9),
                series(
                        "tiny baseline, one a day: two or nine are no spike (Sentry: always firing on a tiny baseline)",
                        6 * DAY,
                        minute -> minute % DAY == 600 ? 1 : minute % DAY == 630 ? 8 : 0),
                series(
                        "single burst: fires once, not again while it ebbs",
                        2 * DAY,
                        minute -> minute == 2_000 ? 500 : 0,
                        2_000),
                series(
                        "a burst each week: each is told, for a day later nothing of it is left in the baseline",
                        15 * DAY,
                        minute -> minute % (7 * DAY) == 100 ? 50 : 0,
                        100,
                        7 * DAY + 100,
                        14 * DAY + 100),
                series(
                        "slow ramp, two per cent more each hour: never twice the mean of the day before it, fires with its first hour only",
                        2 * DAY,
                        minute -> minute % 60 == 0 ? Math.round(30 * Math.pow(1.02, minute / 60.0)) : 0,
                        0),
                series(
                        "after a deployment: from two an hour to sixty for good: fires once, then that is the new normal",
                        6 * DAY,
                        minute -> minute < 2 * DAY ? (minute % 30 == 0 ? 1 : 0) : 1,
                        2 * DAY + 8),
                series(
                        "a spike that grows to four times half an hour later is told twice",
                        2 * DAY,
                        minute -> within(minute, DAY, 30) ? 1 : within(minute, DAY + 30, 30) ? 4 : 0,
                        DAY + 9,
                        DAY + 52),
                jumping(
                        "the clock is set back by an hour: what was counted for the future is forgotten, nothing fires",
                        3 * DAY,
                        minute -> minute % 5 == 0 ? 3 : 0,
                        minute -> minute < 2 * DAY ? minute : minute - 60,
                        15),
                jumping(
                        "the clock is set ahead by a day: the baseline is out of sight, so it counts as empty once",
                        3 * DAY,
                        minute -> minute % 5 == 0 ? 3 : 0,
                        minute -> minute < 2 * DAY ? minute : minute + DAY,
                        15,
                        3 * DAY + 15),
                series(
                        "the night in which New York has the hour from one to two twice: hours are UTC's, nothing fires",
                        2 * DAY,
                        minute -> minute % 5 == 0 ? 3 : 0,
                        15));
    }

    private static boolean within(long minute, long from, long length) {
        return minute >= from && minute < from + length;
    }

    private static long hour(long minute) {
        return minute / 60 % 24;
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_spike_rule_fires_when_the_table_says(Series series) {
        List<Long> fired = new ArrayList<>();
        boolean first = true;
        for (long minute = 0; minute < series.minutes(); minute++) {
            long events = series.events().applyAsLong(minute);
            if (events > 0) {
                Instant now = at(series.clock().applyAsLong(minute));
                News news = News.of(1).events(events);
                evaluator.consider(List.of((first ? news.first(now) : news).news()), now, memory);
                first = false;
            }
        }
        for (FiredAlert alert : memory.told) {
            fired.add(Duration.between(START, alert.fired()).toMinutes());
        }

        assertThat(fired).isEqualTo(series.expected());
        assertThat(memory.counters.values()).allMatch(body -> body.length < 2_000);
    }

    private static Instant at(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void an_issue_that_was_known_before_the_rule_begins_with_its_stored_hours(long anHour, int now, boolean fires) {
        long[] hours = new long[25];
        java.util.Arrays.fill(hours, anHour);
        hours[24] = now;
        memory.hours.put(1L, hours);

        evaluator.consider(List.of(News.of(1).events(1).news()), at(59), memory);

        assertThat(memory.told).hasSize(fires ? 1 : 0);
        assertThat(Map.copyOf(memory.counters)).hasSize(1);
    }

    static Stream<Arguments> histories() {
        return Stream.of(
                Arguments.of(100, 100, false),
                Arguments.of(100, 199, false),
                Arguments.of(100, 201, true),
                Arguments.of(0, 9, false),
                Arguments.of(0, 10, true));
    }
}
