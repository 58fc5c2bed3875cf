package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.store.IgnoreRule.Criteria;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One failure, and rules it meets or does not. */
class RuleMatcherTest {
    private static final ErrorEvent FAILURE = ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
            .transaction("GET /orders/{id}")
            .message("could not show the order")
            .exceptions(List.of(
                    ExceptionInfo.ofClass(
                            "shop.OrderFailed",
                            "order 7: carrier is late",
                            new Mechanism(
                                    "jaxrs",
                                    false,
                                    null,
                                    0,
                                    -1,
                                    Map.of(
                                            Mechanism.ANCESTRY,
                                            List.of("java.lang.RuntimeException", "java.lang.Exception"))),
                            List.of()),
                    ExceptionInfo.ofClass(
                            "java.net.SocketTimeoutException",
                            "Read timed out",
                            new Mechanism(
                                    "chained",
                                    false,
                                    "cause",
                                    1,
                                    0,
                                    Map.of(
                                            Mechanism.ANCESTRY,
                                            List.of(
                                                    "java.io.InterruptedIOException",
                                                    "java.io.IOException",
                                                    "java.lang.Exception"))),
                            List.of())))
            .request(new Request(
                    "GET",
                    "https://shop.example/shop/orders/7",
                    null,
                    Map.of("user-agent", "Mozilla/5.0 (X11) Firefox/133.0")))
            .context("response", Map.of("status_code", 503))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXCEPTION   | shop.OrderFailed               | true",
                "EXCEPTION   | OrderFailed                    | true",
                "EXCEPTION   | java.net.SocketTimeoutException| true",
                "EXCEPTION   | java.io.IOException            | true",
                "EXCEPTION   | IOException                    | true",
                "EXCEPTION   | RuntimeException               | true",
                "EXCEPTION   | Failed                         | false",
                "EXCEPTION   | other.OrderFailed              | false",
                "EXCEPTION   | java.io.EOFException           | false",
                "MESSAGE     | ^order [0-9]+:                 | true",
                "MESSAGE     | timed out$                     | true",
                "MESSAGE     | could not show                 | true",
                "MESSAGE     | (?i)CARRIER                    | true",
                "MESSAGE     | ^carrier                       | false",
                "ROUTE       | GET /orders/{id}               | true",
                "ROUTE       | /orders/*                      | true",
                "ROUTE       | /shop/orders/7                 | true",
                "ROUTE       | GET /shop/*                    | true",
                "ROUTE       | POST /orders/{id}              | false",
                "ROUTE       | /orders                        | false",
                "STATUS      | 503                            | true",
                "STATUS      | 5xx                            | true",
                "STATUS      | 404, 500-503                   | true",
                "STATUS      | 4XX                            | false",
                "STATUS      | 504-599                        | false",
                "USER_AGENT  | firefox                        | true",
                "USER_AGENT  | mozilla*FIREFOX/133            | true",
                "USER_AGENT  | chrome                         | false",
                "ENTRY_POINT | jaxrs                          | true",
                "ENTRY_POINT | GET /orders*                   | true",
                "ENTRY_POINT | ejb                            | false",
            })
    void a_failure_meets_a_criterion_or_does_not(Criterion criterion, String value, boolean meets) {
        assertThat(RuleMatcher.of(criterion.alone(value)).test(FAILURE)).isEqualTo(meets);
    }

    @Test
    void a_rule_asks_for_all_its_criteria() {
        Criteria both = Criteria.NONE.exception("IOException").route("/orders/*");

        assertThat(RuleMatcher.of(both).test(FAILURE)).isTrue();
        assertThat(RuleMatcher.of(both.status("404")).test(FAILURE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXCEPTION  | not a class",
                "MESSAGE    | (open",
                "MESSAGE    | ((a{100}){100}){100}",
                "MESSAGE    | (?=look)ahead",
                "STATUS     | 4x4",
                "STATUS     | 40",
                "STATUS     | 500-",
                "STATUS     | ,",
            })
    void a_criterion_that_cannot_be_read_is_named(Criterion criterion, String value) {
        assertThatThrownBy(() -> RuleMatcher.of(criterion.alone(value)))
                .isInstanceOfSatisfying(BrokenRuleException.class, broken -> assertThat(broken.criterion())
                        .isEqualTo(criterion))
                .hasMessageContaining(value);
    }

    @Test
    void a_rule_of_nothing_is_refused_for_it_would_ignore_all() {
        assertThatThrownBy(() -> RuleMatcher.of(Criteria.NONE)).isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() -> RuleMatcher.of(Criteria.NONE.message("   "))).isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() -> RuleMatcher.of(Criteria.NONE.message("x".repeat(301))))
                .isInstanceOf(BrokenRuleException.class);
    }

    @Test
    void an_event_without_what_is_asked_for_does_not_meet_it() {
        ErrorEvent bare = ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
                .message("hello")
                .build();

        for (Criterion criterion : List.of(
                Criterion.EXCEPTION, Criterion.ROUTE, Criterion.STATUS, Criterion.USER_AGENT, Criterion.ENTRY_POINT)) {
            String anything = criterion == Criterion.EXCEPTION ? "x" : criterion == Criterion.STATUS ? "5xx" : "*";
            assertThat(RuleMatcher.of(criterion.alone(anything)).test(bare))
                    .as(criterion.name())
                    .isFalse();
        }
    }
}
