package io.errortracker.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScrubberTest {
    private final Scrubber scrubber = new Scrubber(ScrubRules.defaults());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card 4111 1111 1111 1111 declined                    | 4111",
                "card 4111-1111-1111-1111 declined                    | 1111",
                "amex 378282246310005 declined                        | 378282246310005",
                "mail jo.doe@example.com bounced                      | jo.doe",
                "Key (email)=(a@b.example) already exists             | a@b.example",
                "password=hunter2 in the URL                          | hunter2",
                "login failed: {\"password\": \"hunter2\"}            | hunter2",
                "apiKey: 9f8e7d6c refused                             | 9f8e7d6c",
                "java -jar x.jar --password hunter2                   | hunter2",
                "Authorization: Bearer abcdef0123456789               | abcdef0123456789",
                "Basic dXNlcjpodW50ZXIy was sent                      | dXNlcjpodW50ZXIy",
                "jdbc:postgresql://db/x?user=sa&password=hunter2      | hunter2",
                "https://jo:hunter2@example.com/x unreachable         | hunter2",
                "AKIAIOSFODNN7EXAMPLE was rejected                    | AKIAIOSFODNN7EXAMPLE",
                "ghp_0123456789abcdefghijABCDEFGHIJ012345 was rejected | ghp_0123456789",
                "ett_0123456789abcdefghijABCDEFGHIJ0123456789abcdefg is no token | ett_0123456789",
                "IBAN DE89370400440532013000 is blocked               | DE89370400440532013000",
                "IBAN DE89 3704 0044 0532 0130 00 is blocked          | 3704 0044",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U expired | eyJzdWIi",
            })
    void what_a_message_must_not_tell_is_removed(String message, String secret) {
        ErrorEvent scrubbed = scrubber.apply(withMessage(message));

        assertThat(scrubbed.exceptions().get(0).value()).doesNotContain(secret).contains("[");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot invoke \"Basket.lines()\" because \"basket\" is null",
                "Order 1234567890123 not found",
                "Row was updated or deleted by another transaction: shop.Order#20731",
                "connect timed out after 30000 ms to 10.0.0.7:5432",
                "Index 5 out of bounds for length 3",
                "release 1.4.2-SNAPSHOT of 2026-11-23T10:00:00Z",
                "ISBN 978-3-16-148410-0 is sold out",
                "uuid 123e4567-e89b-12d3-a456-426614174000 unknown",
                "class com.acme.AuthService cannot be cast to class com.acme.TokenFilter",
                "select o from Order o where o.id = :id",
                "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 differs",
                "No enum constant shop.Status.PAID",
                "could not execute statement [Unique index or primary key violation]",
                "HTTP 503 Service Unavailable",
            })
    void what_helps_and_tells_no_secret_stays(String message) {
        assertThat(scrubber.apply(withMessage(message)).exceptions().get(0).value())
                .isEqualTo(message);
    }

    @Test
    void a_secret_is_hidden_by_the_name_it_stands_under_wherever_it_stands() {
        ErrorEvent scrubbed = scrubber.apply(everywhere("password", "c4n4ry-plain"));

        assertThat(scrubbed.toString()).doesNotContain("c4n4ry-plain").contains("[scrubbed]");
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void a_canary_survives_in_no_field(String canary, String mustNotSurvive) {
        assertThat(everywhere("note", canary).toString()).contains(mustNotSurvive);
        assertThat(scrubber.apply(everywhere("note", canary)).toString()).doesNotContain(mustNotSurvive);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> canaries() {
        return Stream.of(
                        List.of("paid with 5500 0000 0000 0004", "0000 0004"),
                        List.of("paid with 6011000990139424", "6011000990139424"),
                        List.of("reach me at canary.mail@example.org", "canary.mail"),
                        List.of("Bearer c4n4ryc4n4ryc4n4ry", "c4n4ryc4n4ry"),
                        List.of("token=c4n4rytoken", "c4n4rytoken"),
                        List.of("{\"client_secret\":\"c4n4rysecret\"}", "c4n4rysecret"),
                        List.of("ftp://root:c4n4rypw@host/x", "c4n4rypw"),
                        List.of("GB82WEST12345698765432", "GB82WEST12345698765432"),
                        List.of("-----BEGIN PRIVATE KEY-----\nMIIc4n4ry\n-----END PRIVATE KEY-----", "MIIc4n4ry"),
                        List.of(
                                "eyJhbGciOiJIUzI1NiJ9.eyJjIjoiYzRuNHJ5In0.c4n4ryc4n4ryc4n4ryc4n4ryc4n4ryc4n4ryc4n",
                                "eyJjIjoiYzRuNHJ5In0"))
                .map(pair -> org.junit.jupiter.params.provider.Arguments.of(pair.get(0), pair.get(1)));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void scrubbing_again_changes_nothing(String canary, String ignored) {
        ErrorEvent once = scrubber.apply(everywhere("note", canary));

        assertThat(scrubber.apply(once)).isEqualTo(once);
    }

    @Test
    void of_headers_only_the_listed_ones_keep_their_value() {
        Request request = new Request(
                "GET",
                "http://shop/x",
                "page=2&access_token=c4n4ry&%70assword=hunter2",
                Map.of(
                        "user-agent", "Firefox",
                        "x-api-key", "c4n4ry",
                        "cookie", "JSESSIONID=c4n4ry",
                        "x-custom", "anything",
                        "referer", "https://shop/list?token=c4n4ry"));

        Request scrubbed = scrubber.apply(event().with(builder -> builder.request(request)))
                .request();

        assertThat(scrubbed.headers())
                .containsEntry("user-agent", "Firefox")
                .containsEntry("x-api-key", "[not stored]")
                .containsEntry("cookie", "[not stored]")
                .containsEntry("x-custom", "[not stored]")
                .containsEntry("referer", "https://shop/list");
        assertThat(scrubbed.queryString())
                .contains("page=2")
                .doesNotContain("c4n4ry")
                .doesNotContain("hunter2");
    }

    @Test
    void the_user_that_the_application_set_stays_but_for_the_address() {
        User user = new User("42", "jo", "jo@example.com", "203.0.113.7", Map.of("password", "hunter2"));

        User scrubbed =
                scrubber.apply(event().with(builder -> builder.user(user))).user();

        assertThat(scrubbed.email()).isEqualTo("jo@example.com");
        assertThat(scrubbed.username()).isEqualTo("jo");
        assertThat(scrubbed.ipAddress()).isNull();
        assertThat(scrubbed.data()).containsEntry("password", "[scrubbed]");
        assertThat(new Scrubber(new ScrubRules(true, List.of(), List.of(), List.of()))
                        .apply(event().with(builder -> builder.user(user)))
                        .user()
                        .ipAddress())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void the_application_adds_keys_and_patterns_and_keeps_names() {
        Scrubber own =
                new Scrubber(new ScrubRules(false, List.of("customerNo"), List.of("C-[0-9]{6}"), List.of("tokenName")));
        ErrorEvent scrubbed = own.apply(event().with(builder -> builder.extra("x-customer-no", "123")
                .extra("note", "customer C-123456 called")
                .extra("tokenName", "refresh")));

        assertThat(scrubbed.extra())
                .containsEntry("x-customer-no", "[scrubbed]")
                .containsEntry("note", "customer [scrubbed] called")
                .containsEntry("tokenName", "refresh");
    }

    @Test
    void a_pattern_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> new Scrubber(new ScrubRules(false, List.of(), List.of("(open"), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(open");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostile_text_takes_linear_time(String hostile) {
        assertThat(scrubber.apply(withMessage(hostile)).exceptions().get(0).value())
                .isNotNull();
    }

    /** A quadratic rule would take minutes for any of these. */
    static List<String> hostileTexts() {
        List<String> texts = new ArrayList<>();
        for (String unit : List.of(
                "a",
                "@",
                "a@",
                "token",
                "://",
                "/home/",
                "-----BEGIN ",
                "4111 ",
                "eyJ",
                "password=\"",
                "\\\"",
                "{[(",
                "é%2")) {
            texts.add(unit.repeat(1_000_000 / unit.length()));
        }
        return texts;
    }

    /** The same text in every field that text can be in. */
    private static ErrorEvent everywhere(String key, String text) {
        return event().with(builder -> builder.message(key + "=" + text)
                .exceptions(List.of(ExceptionInfo.ofClass(
                        "a.B",
                        key + "=" + text,
                        new Mechanism("cdi", false, null, 0, -1, Map.of(key, text)),
                        List.of(StackFrame.java("a.B", "c", "B.java", 1, true)
                                .withVariables(
                                        Map.of(key, text, "nested", Map.of("list", List.of(Map.of(key, text)))))))))
                .request(new Request("GET", "http://shop/x", key + "=" + text, Map.of("x-" + key, text)))
                .breadcrumb(
                        Breadcrumb.of("log", key + "=" + text).at(Instant.EPOCH).data(key, text))
                .user(User.withId("1").data(key, text))
                .tag(key, text)
                .extra(key, text)
                .context("state", Map.of(key, text)));
    }

    private static ErrorEvent withMessage(String message) {
        return event().with(builder -> builder.exceptions(
                List.of(ExceptionInfo.ofClass("a.B", message, Mechanism.of("jaxrs", false), List.of()))));
    }

    private static ErrorEvent event() {
        return ErrorEvent.builder("0123456789abcdef0123456789abcdef", Instant.EPOCH)
                .build();
    }
}
