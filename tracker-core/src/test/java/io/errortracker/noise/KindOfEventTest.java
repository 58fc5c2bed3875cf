package io.errortracker.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.store.IgnoreRule.Criteria;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindOfEventTest {

    @Test
    void an_exception_of_the_applications_own_is_told_by_its_type_and_entry_point() {
        ErrorEvent event = thrown("com.acme.shop.PaymentDeclined", "card expired for order 7")
                .with(changed -> changed.transaction("POST /orders/{id}/pay"));

        assertThat(KindOfEvent.of(event))
                .isEqualTo(
                        Criteria.NONE.exception("com.acme.shop.PaymentDeclined").route("POST /orders/{id}/pay"));
    }

    @Test
    void an_exception_that_everybody_throws_is_told_by_its_message_too() {
        Criteria kind =
                KindOfEvent.of(thrown("java.lang.IllegalStateException", "No price (yet) for tea 17 of [email]"));

        assertThat(kind.message()).isEqualTo("^No price \\(yet\\) for tea [0-9]+ of .*");
        assertThat(RuleMatcher.of(kind)
                        .test(thrown("java.lang.IllegalStateException", "No price (yet) for tea 4 of jo@x.org")))
                .isTrue();
        assertThat(RuleMatcher.of(kind).test(thrown("java.lang.IllegalStateException", "No more tea")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b*c+d?e(f)g|h[i]j{k}l^m$n\\o",
                "two\nlines",
                "[not a marker",
                "[scrubbed] at the start",
                "ends with [ip]",
                "😀 é 世",
                "{1000}{1000}{1000}"
            })
    void what_is_proposed_meets_the_event_it_was_proposed_for(String message) {
        for (ErrorEvent event : List.of(
                thrown("java.lang.Error", message),
                thrown("NoPackage", message.repeat(40)),
                ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
                        .message(message)
                        .build())) {
            assertThat(RuleMatcher.of(KindOfEvent.of(event)).test(event)).isTrue();
        }
    }

    private static ErrorEvent thrown(String type, String message) {
        return ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
                .exceptions(List.of(ExceptionInfo.ofClass(type, message, null, List.of())))
                .build();
    }
}
