package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    @Test
    void a_rule_says_everything_in_one_line() {
        AlertRule rule = RuleText.parse("Checkout fails: 10 events and 5 users in 15m, environment=prod*, level=error,"
                + " release=1.4.3, entry=\"POST /orders, {id}\", tag.section=\"the -> checkout\", age<7d, age>1h"
                + " -> mail, mail:ops@example.com, slack:https://hooks.example/T/1");

        assertThat(rule.name()).isEqualTo("Checkout fails");
        assertThat(rule.condition()).isEqualTo(new Condition.Threshold(10, 5, true, Duration.ofMinutes(15)));
        assertThat(rule.filter())
                .isEqualTo(new EventFilter(
                        "prod*",
                        Level.ERROR,
                        "1.4.3",
                        "POST /orders, {id}",
                        Map.of("section", "the -> checkout"),
                        Duration.ofDays(7),
                        Duration.ofHours(1)));
        assertThat(rule.actions())
                .containsExactly(
                        AlertAction.of(AlertAction.Kind.MAIL),
                        new AlertAction(AlertAction.Kind.MAIL, "ops@example.com"),
                        new AlertAction(AlertAction.Kind.WEBHOOK, "slack https://hooks.example/T/1"));
        assertThat(RuleText.parse(RuleText.of(rule))).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new issue",
                "regression",
                "spike 100% floor 10",
                "more than 50 users",
                "10 events in 5m",
                "5 users in 1h",
                "10 events or 5 users in 12h"
            })
    void each_condition_is_read_back_as_it_was_written(String condition) {
        AlertRule rule = RuleText.parse("R: " + condition);

        assertThat(RuleText.of(rule)).isEqualTo("R: " + condition);
        assertThat(rule.actions()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no colon at all | a rule begins with a name",
                "R: | must be one of: new issue",
                "R: 10 bananas in 5m | must be one of: new issue",
                "R: 0 events in 5m | must be a whole number from 1",
                "R: 10 events in 5 | must be a length of time",
                "R: 10 events in 2d | must be 1m to 24h",
                "R: 10 events in 30s | must be 1m to 24h",
                "R: 5000 users in 1h | from 1 to 1000",
                "R: spike 100 floor 10 | a percentage such as 100%",
                "R: new issue, colour=red | must be one of: environment=",
                "R: new issue, environment= | must be one of: environment=",
                "R: new issue, level=loud | level must be one of fatal",
                "R: new issue, age<soon | must be a length of time",
                "R: new issue -> pigeon | must be one of: mail",
                "R: new issue -> mail:nobody | must be one of: mail"
            })
    void what_is_no_rule_is_refused_with_what_would_be_one(String text, String why) {
        assertThatThrownBy(() -> RuleText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
