package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.FrameRole;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrouperTest {
    private final Grouper grouper = new Grouper();

    @Test
    void the_contributions_tell_what_counted_and_what_was_left_out() {
        GroupedEvent grouped = group("""
                jakarta.servlet.ServletException: request 7 failed
                \tat com.acme.web.Front.service(Front.java:3)
                Caused by: java.lang.IllegalArgumentException: negative
                \tat com.acme.base.Guards.requirePositive(Guards.java:4)
                \tat com.acme.shop.Accounts.close(Accounts.java:13)
                """);

        assertThat(grouped.fingerprint().contributions())
                .containsExactly(
                        "type java.lang.IllegalArgumentException: the deepest cause; 1 around it left out",
                        "left out com.acme.base.Guards.requirePositive: a guard",
                        "culprit com.acme.shop.Accounts.close: the first frame of the application's own code that is to blame");
        assertThat(grouped.culprit()).isEqualTo("Accounts.close");
        assertThat(grouped.fingerprint().hash()).matches("[0-9a-f]{32}");
        assertThat(grouped.fingerprint().version()).isEqualTo(grouper.version());
    }

    @Test
    void the_headline_is_the_outermost_exception_that_says_more_than_its_cause() {
        GroupedEvent grouped = group("""
                jakarta.ejb.EJBException: com.acme.PaymentDeclined: card 1
                Caused by: com.acme.PaymentDeclined: card 1
                Caused by: java.net.SocketException: reset
                """);

        assertThat(grouped.type()).isEqualTo("PaymentDeclined");
        assertThat(grouped.value()).isEqualTo("card 1");
    }

    @Test
    void a_headline_is_one_line_of_at_most_500_characters_and_no_half_character() {
        ErrorEvent event = event(exception("com.acme.E", "a\n\tb\u0000 c" + "\ud83d\ude00".repeat(400)));

        GroupedEvent grouped = grouper.group(event);

        assertThat(grouped.value())
                .startsWith("a b c")
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("\n");
        assertThat(Character.isHighSurrogate(
                        grouped.value().charAt(grouped.value().length() - 1)))
                .isFalse();
    }

    @Test
    void a_message_is_grouped_by_its_logger_and_its_words() {
        GroupedEvent first = grouper.group(message("user 17 not found", "com.acme.Users"));

        assertThat(first.type()).isEqualTo("Message");
        assertThat(first.value()).isEqualTo("user 17 not found");
        assertThat(first.culprit()).isNull();
        assertThat(hash(message("user 123456789 not found", "com.acme.Users")))
                .isEqualTo(first.fingerprint().hash());
        assertThat(hash(message("user 17 not found", "com.acme.Orders")))
                .isNotEqualTo(first.fingerprint().hash());
        assertThat(hash(message("user 17 was found", "com.acme.Users")))
                .isNotEqualTo(first.fingerprint().hash());
    }

    @Test
    void the_template_of_a_message_goes_before_its_text() {
        ErrorEvent first = message("a b", null).with(event -> event.messageTemplate("{} {}"));
        ErrorEvent second = message("c d", null).with(event -> event.messageTemplate("{} {}"));

        assertThat(hash(first)).isEqualTo(hash(second));
    }

    @Test
    void an_exception_without_frames_is_grouped_by_its_words() {
        assertThat(hash(event(exception("E", "row 1")))).isEqualTo(hash(event(exception("E", "row 2"))));
        assertThat(hash(event(exception("E", "row 1")))).isNotEqualTo(hash(event(exception("E", "no row"))));
        assertThat(hash(event(exception("E", null)))).isNotEqualTo(hash(event(exception("F", null))));
    }

    @Test
    void with_frames_the_words_do_not_count() {
        StackFrame frame = StackFrame.java("com.acme.A", "b", null, 1, true);

        assertThat(hash(event(exception("E", "one", frame)))).isEqualTo(hash(event(exception("E", "two", frame))));
    }

    @Test
    void an_event_without_anything_has_a_fingerprint_too() {
        GroupedEvent grouped = grouper.group(event());

        assertThat(grouped.fingerprint().hash()).hasSize(32);
        assertThat(grouped.value()).isEmpty();
    }

    @Test
    void suppressed_exceptions_and_their_causes_never_count() {
        ExceptionInfo thrown = numbered(exception("com.acme.E", "x", app("A", "b")), "thrown", 0, -1);
        ExceptionInfo suppressed = numbered(exception("com.acme.S", "x", app("S", "s")), "suppressed[0]", 1, 0);
        ExceptionInfo below = numbered(exception("com.acme.T", "x", app("T", "t")), "cause", 2, 1);
        ExceptionInfo cause = numbered(exception("com.acme.C", "x", app("C", "c")), "cause", 3, 0);

        assertThat(hash(event(thrown, suppressed, below, cause)))
                .isEqualTo(hash(event(thrown, numbered(cause, "cause", 1, 0))));
    }

    @Test
    void causes_that_name_each_other_as_parents_end() {
        ExceptionInfo first = numbered(exception("com.acme.E", "x", app("A", "b")), "cause", 0, 1);
        ExceptionInfo second = numbered(exception("com.acme.F", "x", app("A", "b")), "cause", 1, 0);

        assertThat(hash(event(first, second, first, second))).hasSize(32);
    }

    @Test
    void a_chain_of_ten_thousand_causes_is_its_root() {
        List<ExceptionInfo> chain = new ArrayList<>(Collections.nCopies(10_000, exception("com.acme.W", "w")));
        chain.add(exception("com.acme.Root", "r", app("A", "b")));

        assertThat(hash(event(chain.toArray(ExceptionInfo[]::new))))
                .isEqualTo(hash(event(exception("com.acme.Root", "r", app("A", "b")))));
    }

    @Test
    void frames_with_nothing_known_about_them_do_no_harm() {
        StackFrame nothing = new StackFrame(null, null, null, null, 0, 0, true, Map.of(), null);
        for (String platform : List.of("java", "javascript", "node", "python", "")) {
            ErrorEvent event = event(exception("E", "x", nothing, nothing)).with(builder -> builder.platform(platform));

            assertThat(hash(event)).hasSize(32);
        }
    }

    @Test
    void other_platforms_are_grouped_by_module_and_function() {
        StackFrame frame = new StackFrame("shop.cart", "total", "cart.py", null, 3, 0, true, Map.of(), null);
        ErrorEvent event = event(exception("KeyError", "'x'", frame)).with(builder -> builder.platform("python"));

        assertThat(grouper.group(event).culprit()).isEqualTo("cart.total");
    }

    @Test
    void what_the_code_of_methods_tells_goes_before_their_names() {
        ErrorEvent event = event(exception(
                "java.lang.IllegalStateException",
                "x",
                app("com.acme.Rules", "sane").withRole(FrameRole.GUARD),
                app("com.acme.Trouble", "describe").withRole(FrameRole.FACTORY),
                app("com.acme.Guards", "requireStock").withRole(FrameRole.ORDINARY),
                app("com.acme.Shop", "open")));

        GroupedEvent grouped = grouper.group(event);

        assertThat(grouped.culprit()).isEqualTo("Guards.requireStock");
        assertThat(grouped.fingerprint().contributions())
                .contains(
                        "left out com.acme.Rules.sane: a guard: its code only checks what it is given",
                        "left out com.acme.Trouble.describe: makes the exception: its code does nothing else");
    }

    @Test
    void who_throws_what_a_factory_made_shares_the_blame_with_nobody_when_code_tells() {
        StackFrame factory = app("com.acme.Trouble", "failure").withRole(FrameRole.FACTORY);
        StackFrame shop = app("com.acme.Shop", "open");
        StackFrame outermost = app("com.acme.Main", "main");

        assertThat(hash(event(exception("E", "x", factory, shop, app("com.acme.A", "a"), outermost))))
                .isEqualTo(hash(event(exception("E", "x", factory, shop, app("com.acme.B", "b"), outermost))));
    }

    @Test
    void an_event_has_the_fingerprint_of_an_earlier_version_too_where_that_differs() {
        StackFrame guard = app("com.acme.Rules", "sane");
        StackFrame shop = app("com.acme.Shop", "open");
        ErrorEvent plain = event(exception("E", "x", guard, shop));
        ErrorEvent told = event(exception("E", "x", guard.withRole(FrameRole.GUARD), shop));
        ErrorEvent nothingNew =
                event(exception("E", "x", guard.withRole(FrameRole.ORDINARY), shop.withRole(FrameRole.ORDINARY)));

        assertThat(grouper.fingerprints(told)).extracting(Fingerprint::version).containsExactly(2, 1);
        assertThat(grouper.fingerprints(told).get(1).hash()).isEqualTo(hash(plain));
        assertThat(grouper.fingerprints(plain)).extracting(Fingerprint::version).containsExactly(2);
        assertThat(grouper.fingerprints(nothingNew)).isEqualTo(grouper.fingerprints(plain));
        assertThat(grouper.versions()).containsExactly(2, 1);
    }

    @Test
    void the_fingerprint_of_version_1_stays_what_it_was() {
        ErrorEvent event = event(exception("java.lang.IllegalStateException", "closed", app("com.acme.Shop", "open")));

        assertThat(hash(event)).isEqualTo("0c3698bd8688902e9320aa5ca7904ec0");
    }

    private GroupedEvent group(String trace) {
        return grouper.group(TraceText.read(trace, List.of("com.acme.")));
    }

    private String hash(ErrorEvent event) {
        return grouper.group(event).fingerprint().hash();
    }

    private static ErrorEvent message(String text, String logger) {
        return event().with(event -> event.message(text).logger(logger));
    }

    private static ErrorEvent event(ExceptionInfo... exceptions) {
        return ErrorEvent.builder("0".repeat(32), Instant.EPOCH)
                .exceptions(List.of(exceptions))
                .build();
    }

    private static ExceptionInfo exception(String type, String value, StackFrame... frames) {
        return ExceptionInfo.ofClass(type, value, null, List.of(frames));
    }

    private static ExceptionInfo numbered(ExceptionInfo exception, String source, int id, int parent) {
        Mechanism mechanism = new Mechanism("chained", null, source, id, parent, Map.of());
        return new ExceptionInfo(
                exception.module(), exception.type(), exception.value(), mechanism, exception.frames());
    }

    private static StackFrame app(String type, String method) {
        return StackFrame.java(type, method, null, 1, true);
    }
}
