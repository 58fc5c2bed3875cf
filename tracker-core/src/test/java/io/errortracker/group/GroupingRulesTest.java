package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.issue.GroupedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingRulesTest {
    private static final ErrorEvent EVENT = TraceText.read("""
                    com.acme.PaymentDeclined: card 1234 declined
                    \tat com.acme.Payments.pay(Payments.java:7)
                    \tat com.acme.Checkout.run(Checkout.java:9)
                    """, List.of("com.acme."))
            .with(event -> event.logger("com.acme.pay")
                    .release("shop@1.2")
                    .tag("tenant", "north")
                    .transaction("POST /pay"));

    @Test
    void the_first_rule_whose_conditions_all_hold_is_taken() {
        String rules = """
                # the north is another matter
                type:*Declined tag.tenant:south -> south
                type:*Declined level:error !logger:org.* -> declined, {{ tag.tenant }} title="Declined in {{ tag.tenant }}"
                type:* -> never
                """;

        GroupedEvent grouped = group(rules, EVENT);

        assertThat(grouped.fingerprint().contributions()).containsExactly("declined: rule 2", "north: rule 2");
        assertThat(grouped.type()).isEqualTo("Declined in north");
        assertThat(grouped.value()).isEmpty();
    }

    @Test
    void rules_may_stand_in_one_line_between_semicolons() {
        GroupingRules rules = GroupingRules.parse("type:A -> a; message:\"x; y\" -> b ;");

        assertThat(rules.size()).isEqualTo(2);
    }

    @Test
    void default_stands_for_what_the_algorithm_says() {
        String plain = hash("", EVENT);

        assertThat(hash("type:*Declined -> {{ default }}", EVENT)).isEqualTo(plain);
        assertThat(hash("type:*Declined -> {{default}}, {{ tag.tenant }}", EVENT))
                .isNotEqualTo(plain);
    }

    @Test
    void every_value_can_be_a_part() {
        String rule =
                "level:error -> {{ type }}/{{ function }}, {{ module }}, {{ transaction }}, {{ release }}, {{ message }}";

        assertThat(group(rule, EVENT).fingerprint().contributions())
                .containsExactly(
                        "PaymentDeclined/pay: rule 1",
                        "com.acme.Payments: rule 1",
                        "POST /pay: rule 1",
                        "shop@1.2: rule 1",
                        "card <int> declined: rule 1");
    }

    @Test
    void module_and_function_must_hold_for_one_frame() {
        assertThat(hash("module:com.acme.Payments function:pay -> x", EVENT))
                .isEqualTo(hash("level:error -> x", EVENT));
        assertThat(hash("module:com.acme.Payments function:run -> x", EVENT)).isEqualTo(hash("", EVENT));
    }

    @Test
    void conditions_look_at_every_exception_of_the_chain() {
        ErrorEvent wrapped = TraceText.read("""
                java.lang.RuntimeException: outside
                Caused by: com.acme.Inner: deep inside
                """, List.of());

        assertThat(hash("message:*deep* -> x", wrapped)).isEqualTo(hash("type:RuntimeException -> x", wrapped));
    }

    @Test
    void the_event_itself_may_say_what_it_is_grouped_by() {
        ErrorEvent other = TraceText.read("java.lang.Error: no\n\tat org.x.Y.z(Y.java:1)", List.of());

        assertThat(hash("", asking(EVENT, "mine"))).isEqualTo(hash("", asking(other, "mine")));
        assertThat(hash("", asking(EVENT, "{{ default }}"))).isEqualTo(hash("", EVENT));
        assertThat(hash("", asking(EVENT, "{{default}}", "more")))
                .isNotEqualTo(hash("", asking(other, "{{default}}", "more")));
        assertThat(hash("", asking(EVENT, "{{ nonsense }}", "{{")))
                .isEqualTo(hash("", asking(other, "{{ nonsense }}", "{{")));
    }

    @Test
    void a_rule_goes_before_what_the_event_asks_for() {
        assertThat(hash("level:error -> ours", asking(EVENT, "mine"))).isEqualTo(hash("level:error -> ours", EVENT));
    }

    @Test
    void a_wrong_rule_is_named_with_the_position_and_what_was_expected() {
        assertWrong(
                "type:A -> a\ncolour:red -> b",
                "grouping rule 2 \"colour:red -> b\" is wrong at character 1: expected one of [type,");
        assertWrong("-> b", "at character 1: expected a condition");
        assertWrong("type:A", "at character 7: expected ->");
        assertWrong("type:A ->", "at character 10: expected a part");
        assertWrong("type:A -> a,", "at character 13: expected a part");
        assertWrong("type: -> a", "at character 6: expected a pattern");
        assertWrong("type:\"A -> a", "at character 6: expected a closing quote");
        assertWrong("type:A -> {{ wrong }}", "at character 11: unknown {{ wrong }}, expected one of [default,");
        assertWrong("type:A -> {{ default", "at character 11: expected }}");
        assertWrong("type:A -> a title=b", "at character 19: expected the title in quotes");
        assertWrong("type:A -> a title=\"b\" c", "at character 23: expected the end");
        assertWrong("default:A -> a", "at character 1: expected one of [type,");
    }

    @Test
    void a_pattern_of_stars_takes_no_longer_than_the_text_times_the_pattern() {
        String text = "a".repeat(100_000);

        assertThat(new Glob("*a*a*a*a*b").matches(text)).isFalse();
        assertThat(new Glob("A*?").matches("abc")).isTrue();
        assertThat(new Glob("").matches("")).isTrue();
        assertThat(new Glob("*").matches("")).isTrue();
    }

    @Test
    void levels_are_matched_by_their_labels() {
        ErrorEvent warning = EVENT.with(event -> event.level(Level.WARNING));

        assertThat(hash("level:warning -> x", warning)).isNotEqualTo(hash("", warning));
    }

    private static ErrorEvent asking(ErrorEvent event, String... fingerprint) {
        return event.with(builder -> builder.fingerprint(List.of(fingerprint)));
    }

    private static void assertWrong(String rules, String message) {
        assertThatThrownBy(() -> GroupingRules.parse(rules))
                .isInstanceOf(GroupingRuleException.class)
                .hasMessageContaining(message);
    }

    private static GroupedEvent group(String rules, ErrorEvent event) {
        return new Grouper(GroupingRules.parse(rules)).group(event);
    }

    private static String hash(String rules, ErrorEvent event) {
        return group(rules, event).fingerprint().hash();
    }
}
