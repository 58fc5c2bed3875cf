package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.health.DropReason;
import io.errortracker.noise.NoiseFilter.Verdict;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.NoiseStore.Wishes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFilterTest {
    private final NoiseFilter filter = NoiseFilter.configured(NoiseRules.defaultsOnly());

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
        assertThat(reason(failure(mechanism, status))).isEqualTo(expected);
    }

    @Test
    void a_client_exception_whose_answer_nobody_saw_is_noise() {
        ErrorEvent event = event(ExceptionInfo.ofClass(
                "jakarta.ws.rs.NotFoundException", "HTTP 404", Mechanism.of("jaxrs", false), List.of()));

        assertThat(reason(event)).isEqualTo(DropReason.CLIENT_ERROR);
    }

    @Test
    void a_broken_pipe_while_answering_is_the_clients_and_any_other_is_ours() {
        assertThat(reason(event(brokenPipe("io.undertow.servlet.spec.ServletOutputStreamImpl"))))
                .isEqualTo(DropReason.CLIENT_ABORT);
        assertThat(reason(event(brokenPipe("org.postgresql.core.PGStream")))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop/health/live,      HEALTH_CHECK",
        "http://shop/app/health,       HEALTH_CHECK",
        "http://shop/orders/7,",
        "http://shop/healthy-food,",
    })
    void health_checks_are_noise(String url, DropReason expected) {
        ErrorEvent event =
                failure("jaxrs", 500).with(builder -> builder.request(new Request("GET", url, null, Map.of())));

        assertThat(reason(event)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop/shop/errors,              OWN_PAGE",
        "http://shop/shop/errors/issues/7,     OWN_PAGE",
        "http://shop/shop/errors-of-our-own,",
    })
    void the_trackers_own_pages_are_noise(String url, DropReason expected) {
        NoiseFilter own = NoiseFilter.configured(
                new NoiseRules(1.0, EnumSet.allOf(DefaultRule.class), List.of(), List.of("/shop/errors")));
        ErrorEvent event =
                failure("servlet", 500).with(builder -> builder.request(new Request("GET", url, null, Map.of())));

        assertThat(reason(own, event)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"servlet, BOT", "manual,"})
    void what_a_robot_asked_for_is_noise_unless_it_was_captured_on_purpose(String mechanism, DropReason expected) {
        ErrorEvent event = failure(mechanism, 500);

        assertThat(reason(event.with(builder -> builder.context("device", Map.of("name", "Spider")))))
                .isEqualTo(expected);
        assertThat(reason(event.with(builder -> builder.request(
                        new Request("GET", "http://shop/x", null, Map.of("user-agent", "Mozilla/5.0 zgrab/0.x"))))))
                .isEqualTo(expected);
        assertThat(reason(event)).isNull();
    }

    @Test
    void a_default_rule_that_is_switched_off_on_the_page_drops_nothing() {
        NoiseFilter off =
                NoiseFilter.of(NoiseRules.defaultsOnly(), new Wishes(List.of(), Set.of("client-errors")), broken -> {});

        assertThat(reason(off, failure("jaxrs", 404))).isNull();
        assertThat(reason(off, event(brokenPipe("io.undertow.servlet.spec.ServletOutputStreamImpl"))))
                .isEqualTo(DropReason.CLIENT_ABORT);
    }

    @Test
    void configured_rules_are_alternatives_and_each_is_counted_by_itself() {
        Criteria declined = Criteria.NONE.exception("PaymentDeclined");
        Criteria network = Criteria.NONE.message("^Network request failed");
        NoiseFilter configured = NoiseFilter.configured(
                new NoiseRules(1.0, EnumSet.noneOf(DefaultRule.class), List.of(declined, network), List.of()));

        assertThat(configured.verdict(event(exception("shop.PaymentDeclined", "x"))))
                .isEqualTo(new Verdict(DropReason.IGNORE_RULE, NoiseRules.cause(declined)));
        assertThat(configured.verdict(event(exception("a.B", "Network request failed: t/o"))))
                .isEqualTo(new Verdict(DropReason.IGNORE_RULE, NoiseRules.cause(network)));
        assertThat(configured.verdict(event(exception("a.B", "x")))).isNull();
        assertThat(NoiseRules.cause(declined)).isNotEqualTo(NoiseRules.cause(network));
    }

    @Test
    void rules_of_the_store_apply_unless_they_are_paused_or_cannot_be_read() {
        List<BrokenRuleException> told = new ArrayList<>();
        NoiseFilter live = NoiseFilter.of(
                NoiseRules.defaultsOnly(),
                new Wishes(
                        List.of(
                                rule(3, Criteria.NONE.message("(open"), false),
                                rule(2, Criteria.NONE.exception("Two"), true),
                                rule(1, Criteria.NONE.exception("One"), false)),
                        Set.of()),
                told::add);

        assertThat(live.verdict(event(exception("a.One", "x"))))
                .isEqualTo(new Verdict(DropReason.IGNORE_RULE, "rule:1"));
        assertThat(live.verdict(event(exception("a.Two", "x")))).isNull();
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"MESSAGE, (open, tracker.ignore.messages", "STATUS, 40x, tracker.ignore.statuses"})
    void a_configured_rule_that_cannot_be_read_is_named(Criterion criterion, String value, String key) {
        NoiseRules rules = new NoiseRules(1.0, Set.of(), List.of(criterion.alone(value)), List.of());

        assertThatThrownBy(() -> NoiseFilter.configured(rules))
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @Test
    void a_sample_keeps_about_its_share_and_always_the_same_events() {
        NoiseFilter sample = NoiseFilter.configured(new NoiseRules(0.25, Set.of(), List.of(), List.of()));
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            ErrorEvent event = event(exception("a.B", "x"));
            boolean keeps = reason(sample, event) == null;
            assertThat(reason(sample, event) == null).isEqualTo(keeps);
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

    private @Nullable DropReason reason(ErrorEvent event) {
        return reason(filter, event);
    }

    private static @Nullable DropReason reason(NoiseFilter filter, ErrorEvent event) {
        Verdict verdict = filter.verdict(event);
        return verdict == null ? null : verdict.reason();
    }

    private static IgnoreRule rule(long id, Criteria criteria, boolean paused) {
        return new IgnoreRule(id, criteria, "", paused, Instant.EPOCH, "jo");
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
