package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.health.DropReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFilterTest {
    private final NoiseFilter defaults = new NoiseFilter(NoiseRules.defaults());

    @ParameterizedTest
    @CsvSource({
        "jaxrs,   404, CLIENT_ERROR",
        "cdi,     422, CLIENT_ERROR",
        "servlet, 499, CLIENT_ERROR",
        "jaxrs,   500,",
        "jaxrs,   200,",
        "servlet, 399,",
        "manual,  404,",
        "logging, 404,",
    })
    void a_4xx_outcome_is_noise_unless_it_was_captured_on_purpose(String mechanism, int status, DropReason expected) {
        assertThat(defaults.reason(failure(mechanism, status))).isEqualTo(expected);
    }

    @Test
    void a_client_exception_whose_answer_nobody_saw_is_noise() {
        ErrorEvent event = event(ExceptionInfo.ofClass(
                "jakarta.ws.rs.NotFoundException", "HTTP 404", Mechanism.of("jaxrs", false), List.of()));

        assertThat(defaults.reason(event)).isEqualTo(DropReason.CLIENT_ERROR);
    }

    @Test
    void a_broken_pipe_while_answering_is_the_clients_and_any_other_is_ours() {
        assertThat(defaults.reason(event(brokenPipe("io.undertow.servlet.spec.ServletOutputStreamImpl"))))
                .isEqualTo(DropReason.CLIENT_ABORT);
        assertThat(defaults.reason(event(brokenPipe("org.postgresql.core.PGStream"))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop/health/live,      IGNORE_RULE",
        "http://shop/app/health,       IGNORE_RULE",
        "http://shop/orders/7,",
        "http://shop/healthy-food,",
    })
    void health_checks_are_noise(String url, DropReason expected) {
        ErrorEvent event =
                failure("jaxrs", 500).with(builder -> builder.request(new Request("GET", url, null, Map.of())));

        assertThat(defaults.reason(event)).isEqualTo(expected);
    }

    @Test
    void exceptions_messages_and_routes_are_ignored_by_rule() {
        NoiseFilter filter = new NoiseFilter(new NoiseRules(
                1.0,
                List.of("PaymentDeclined", "com.acme.Expected"),
                List.of("^Network request failed"),
                List.of("GET /internal/*"),
                true,
                true,
                true));

        assertThat(filter.reason(event(exception("shop.PaymentDeclined", "x")))).isEqualTo(DropReason.IGNORE_RULE);
        assertThat(filter.reason(event(exception("com.acme.Expected", "x")))).isEqualTo(DropReason.IGNORE_RULE);
        assertThat(filter.reason(event(exception("com.other.Expected", "x")))).isNull();
        assertThat(filter.reason(event(exception("a.B", "Network request failed: t/o"))))
                .isEqualTo(DropReason.IGNORE_RULE);
        assertThat(filter.reason(event(exception("a.B", "x")).with(e -> e.transaction("GET /internal/jobs/1"))))
                .isEqualTo(DropReason.IGNORE_RULE);
        assertThat(filter.reason(event(exception("a.B", "x")).with(e -> e.transaction("POST /internal/jobs"))))
                .isNull();
    }

    @Test
    void a_pattern_that_cannot_be_read_is_named() {
        NoiseRules rules = new NoiseRules(1.0, List.of(), List.of("(open"), List.of(), true, true, true);

        assertThatThrownBy(() -> new NoiseFilter(rules))
                .hasMessageContaining("tracker.ignore.messages")
                .hasMessageContaining("(open");
    }

    @Test
    void a_sample_keeps_about_its_share_and_always_the_same_events() {
        NoiseFilter filter = new NoiseFilter(new NoiseRules(0.25, List.of(), List.of(), List.of(), true, true, true));
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            ErrorEvent event = event(exception("a.B", "x"));
            boolean keeps = filter.reason(event) == null;
            assertThat(filter.reason(event) == null).isEqualTo(keeps);
            kept += keeps ? 1 : 0;
        }
        assertThat(kept).isBetween(2_200, 2_800);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a/*, GET /a/b/c, true",
        "*, anything, true",
        "a*b*c, aXbYc, true",
        "a*b*c, aXbY, false",
        "abc, abc, true",
        "abc, abcd, false",
        "'', '', true",
        "*a*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
    })
    void a_star_stands_for_anything(String pattern, String text, boolean matches) {
        assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
    }

    private static ErrorEvent failure(String mechanism, int status) {
        return event(ExceptionInfo.ofClass("a.B", "x", Mechanism.of(mechanism, false), List.of()))
                .with(builder -> builder.context("response", Map.of("status_code", status)));
    }

    private static ExceptionInfo exception(String className, String message) {
        return ExceptionInfo.ofClass(className, message, Mechanism.of("jaxrs", false), List.of());
    }

    private static ExceptionInfo brokenPipe(String module) {
        return ExceptionInfo.ofClass(
                "java.io.IOException",
                "Broken pipe",
                Mechanism.of("servlet", false),
                List.of(StackFrame.java(module, "write", null, 1, false)));
    }

    private static ErrorEvent event(ExceptionInfo exception) {
        return ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
                .exceptions(List.of(exception))
                .build();
    }
}
