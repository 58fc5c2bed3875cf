package io.errortracker.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sentry's Relay hides by default, of what the cases of its own tests hold, is hidden here as well. */
class RelayCasesTest {
    private final Scrubber scrubber = new Scrubber(ScrubRules.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "the_secret",
                "a_password_here",
                "api_key",
                "apiKey",
                "apikey",
                "api-key",
                "x-api-key",
                "X-Api-Key",
                "otp",
                "two-factor",
                "two_factor",
                "MYSQL_PWD",
                "mysql_pwd",
                "authorization",
                "auth",
                "is_authenticated",
                "AuthToken",
                "github_token",
                "access_token",
                "stripetoken",
                "my-token",
                "new_token",
                "secret-token-here",
                "credentials",
                "privatekey",
                "private_key",
                "private-key"
            })
    void values_of_these_keys_are_hidden_wherever_the_key_stands(String key) {
        String hidden = "hello";
        ErrorEvent event = event().with(parts -> parts.extra(key, hidden)
                .extra("nested", Map.of(key, hidden))
                .extra("pairs", List.of(List.of(key, hidden)))
                .context("biz", Map.of(key, hidden))
                .context("device", Map.of(key, hidden))
                .tag(key, hidden)
                .user(User.withId("1").data(key, hidden))
                .request(new Request("GET", "https://shop/x", "foo=bar&" + key + "=" + hidden, Map.of(key, hidden)))
                .breadcrumb(Breadcrumb.of("c", "m").at(Instant.EPOCH).data(key, hidden)));

        assertThat(event.toString()).contains(hidden);
        assertThat(scrubber.apply(event).toString()).doesNotContain(hidden).contains("foo=bar");
    }

    @Test
    void numbers_lists_and_objects_under_a_secret_key_are_hidden_as_a_whole() {
        Map<String, Object> scrubbed = scrub(Map.of(
                "a_password_number",
                42,
                "a_password_array",
                List.of(42, 43),
                "profile",
                Map.of("password", Map.of("$eq", "u{}{}{}]H[[[]]ww6KrA9F.x-F%%")),
                "foo",
                1));

        assertThat(scrubbed).containsEntry("foo", 1);
        assertThat(scrubbed.toString()).doesNotContain("42").doesNotContain("ww6KrA9F");
    }

    @Test
    void a_context_whose_name_is_secret_is_hidden() {
        ErrorEvent event = event().with(parts -> parts.context("secret", Map.of("foo", "bar", "depth", 3)));

        assertThat(scrubber.apply(event).contexts().toString())
                .doesNotContain("bar")
                .doesNotContain("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sentrysid",
                "sudo",
                "su",
                "session",
                "__session",
                "sessionid",
                "user_session",
                "symfony",
                "phpsessid",
                "fasthttpsessionid",
                "mysession",
                "irissessionid",
                "_vercel_jwt",
                "csrf",
                "xsrf",
                "_xsrf",
                "_csrf",
                "csrf-token",
                "csrf_token",
                "xsrf-token",
                "xsrf_token",
                "fastcsrf",
                "_iris_csrf"
            })
    void cookies_of_these_names_are_hidden(String name) {
        ErrorEvent event = event().with(parts -> parts.context("response", Map.of("cookies", Map.of(name, "c4n4ry")))
                .context("trace", Map.of("data", Map.of("http.request.header.cookie." + name, "c4n4ry")))
                .request(new Request("GET", "https://shop/x", null, Map.of("cookie", name + "=c4n4ry"))));

        assertThat(scrubber.apply(event).toString()).doesNotContain("c4n4ry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4571234567890111                                          | 4571234567890111",
                "'4571234567890111'                                        | 4571234567890111",
                "foo 4571234567890111                                      | 4571234567890111",
                "https://example.com/?foo=4571234567890111&bar=baz         | 4571234567890111",
                "378282246310005                                           | 378282246310005",
                "6011111111111117                                          | 6011111111111117",
                "4111111111111111                                          | 4111111111111111",
                "5555555555554444                                          | 5555555555554444",
                "Buy me a drink with my creditcard 4111-1111-1111-1111     | 4111-1111",
                "Contact me at user@example.com or use 4111-1111-1111-1111 | user@example.com",
                "123-45-6789                                               | 123-45-6789",
                "pg://matt:pass@localhost/1                                | matt:pass",
                "foo 'redis://redis:foo@localhost:6379/0' bar              | redis:foo@",
                "redis://redis:foo@h:6379/0 bar pg://matt:foo@localhost/1  | matt:foo@",
                "{\"b\":\"foo@localhost\",\"c\":\"pg://matt:pass@localhost/1\"} | matt:pass",
                "b'Bearer A1BBC234QWERTY0987MNBV012765HJKL'                | A1BBC234",
                "Basic 1122334455                                          | nothing",
                "73.133.27.120                                             | 73.133.27.120",
                "my_password                                               | my_password",
                "secret                                                    | secret",
                "-----BEGIN PUBLIC KEY-----\\nMIICIjANBg\\n-----END PUBLIC KEY-----           | MIICIjANBg",
                "-----BEGIN PRIVATE KEY-----\\nMIIJRAIBAD\\n-----END PRIVATE KEY-----         | MIIJRAIBAD",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nMIIJjjBABg\\n-----END ENCRYPTED PRIVATE KEY----- | MIIJjjBABg",
                "-----BEGIN RSA PRIVATE KEY-----\\n+wn9Iu+zga\\n-----END RSA PRIVATE KEY----- | wn9Iu",
            })
    void values_of_these_forms_are_hidden_under_any_key(String value, String hidden) {
        String text = value.replace("\\n", "\n");

        assertThat(scrub(Map.of("foo", text)).get("foo").toString()).doesNotContain(hidden);
        assertThat(scrub(Map.of("headers", List.of(List.of("some_random_value", text))))
                        .toString())
                .doesNotContain(hidden);
    }

    @Test
    void addresses_of_people_are_hidden_wherever_they_stand() {
        String address = "73.133.27.120";
        ErrorEvent event = event().with(parts -> parts.user(new User(null, address, null, "any text at all", Map.of()))
                .breadcrumb(Breadcrumb.of("c", address).at(Instant.EPOCH).data("test_data", address))
                .extra("REMOTE_ADDR", "127.0.0.1")
                .extra("client_ip", "should also be stripped"));

        assertThat(scrubber.apply(event).toString())
                .doesNotContain(address)
                .doesNotContain("any text at all")
                .doesNotContain("127.0.0.1")
                .doesNotContain("should also be stripped");
    }

    @Test
    void somebody_whose_name_is_secret_has_none() {
        User user = new User(null, "secret", null, null, Map.of());

        assertThat(scrubber.apply(event().with(parts -> parts.user(user)))
                        .user()
                        .username())
                .isEqualTo("[scrubbed]");
    }

    @Test
    void what_relay_leaves_alone_here_stays_too() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("foo", "bar");
        plain.put("auXth", "foobar");
        plain.put("not-a-two-factor", "I am okay");
        plain.put("footpath", "I am okay");
        plain.put("idiotproof", "I am okay");
        plain.put("timestamp", "1453843029218310");
        plain.put("postgres", "postgres:///path");
        plain.put("some_random_value_2", "abc");
        plain.put("is_authenticated", true);

        assertThat(scrub(plain)).isEqualTo(plain);
    }

    @Test
    void what_the_application_wants_kept_is_kept() {
        Scrubber own = new Scrubber(
                new ScrubRules(false, List.of("mystuff"), List.of(), List.of("GITHUB_TOKEN", "foobar", "credentials")));
        ErrorEvent event = event().with(parts -> parts.extra("github_token", "bar")
                .extra("foobar", "123-45-6789")
                .extra("MYSTUFF", "xxx")
                .extra("my-token", "gone"));

        assertThat(own.apply(event).extra())
                .containsEntry("github_token", "bar")
                .containsEntry("foobar", "123-45-6789")
                .containsEntry("MYSTUFF", "[scrubbed]")
                .containsEntry("my-token", "[scrubbed]");
    }

    private Map<String, Object> scrub(Map<String, Object> extra) {
        return scrubber.apply(event().with(parts -> parts.extra(extra))).extra();
    }

    private static ErrorEvent event() {
        return ErrorEvent.builder("0123456789abcdef0123456789abcdef", Instant.EPOCH)
                .build();
    }
}
