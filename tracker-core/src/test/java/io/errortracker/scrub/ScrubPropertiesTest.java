package io.errortracker.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for every text, however it is put together. */
class ScrubPropertiesTest {
    private final KeyRules keys = new KeyRules(List.of(), List.of());
    private final Profiles profiles = Profiles.of(keys, List.of("C-[0-9]{3,6}"), false);
    private final Scrubber scrubber =
            new Scrubber(new ScrubRules(false, List.of(), List.of("C-[0-9]{3,6}"), List.of()));

    @Property(tries = 4_000)
    void scrubbing_again_changes_no_text(@ForAll("texts") String text) {
        List<UnaryOperator<String>> all = List.of(
                profiles.prose()::scrub,
                profiles.address()::scrub,
                profiles.code()::scrub,
                profiles.setting()::scrub,
                profiles.identity()::scrub,
                profiles.queries()::scrub);
        for (UnaryOperator<String> profile : all) {
            String once = profile.apply(text);
            assertThat(profile.apply(once)).as(once).isEqualTo(once);
        }
    }

    @Example
    void what_a_name_becomes_tells_of_secrets_too() {
        ErrorEvent once = scrubber.apply(event("sig[scrubbed]jo@example.com", "password="));

        assertThat(scrubber.apply(once)).isEqualTo(once);
        assertThat(once.tags()).containsExactly(entry("sig[scrubbed][email]", "[scrubbed]"));
    }

    @Property(tries = 1_500)
    void scrubbing_again_changes_no_event(@ForAll("texts") String key, @ForAll("texts") String text) {
        ErrorEvent once = scrubber.apply(event(key, text));

        assertThat(scrubber.apply(once)).isEqualTo(once);
    }

    @Property(tries = 1_000)
    void a_number_of_a_card_does_not_survive_between_any_other_text(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        assertThat(profiles.prose().scrub(before + " 5500000000000004 " + after))
                .doesNotContain("5500000000000004");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                "password=",
                "token: ",
                "\"secret\":\"",
                "'",
                "\"",
                "\\\"",
                "\\",
                " ",
                "\n",
                "&",
                ";",
                ",",
                "=",
                ":",
                "://",
                "%3D",
                "%26",
                "%40",
                "%",
                "?",
                "#",
                "/",
                "//",
                "@",
                "jo@example.com",
                "jo",
                "x",
                "https://",
                "jdbc:oracle:thin:",
                "scott/tiger@",
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111",
                "-",
                "123-45-6789",
                "DE89370400440532013000",
                "Bearer ",
                "Basic ",
                "dTpwYXNz",
                "eyJhbGciOiJ9.",
                "eyJzdWIiOjF9.sig",
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_",
                "0123456789abcdefghij",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----END RSA PRIVATE KEY-----",
                "/home/jo/",
                "C:\\Users\\jo\\",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "<",
                ">",
                "<pin>",
                "</pin>",
                "[scrubbed]",
                "[email]",
                "[card]",
                "[could not be scrubbed]",
                "[",
                "scrubbed]",
                "Key (email)=(",
                ") already exists",
                "insert into t (pin) values (",
                "failing row contains (",
                "C-12345",
                "73.133.27.120",
                "2600:1f18::1",
                "1.2.3.4",
                "é",
                "😀",
                "\u0000",
                "/reset/",
                "a1b2c3d4e5",
                "Abc123Def456Ghi789Jkl012",
                "cookie: a=b",
                "--password ",
                "digest ",
                "null",
                "true");
        return parts.list().ofMinSize(1).ofMaxSize(9).map(list -> String.join("", list));
    }

    private static ErrorEvent event(String key, String text) {
        StackFrame frame = new StackFrame(
                text,
                text,
                text,
                text,
                1,
                1,
                true,
                Map.of(key, text, "nested", Map.of("list", List.of(text, key))),
                null);
        return ErrorEvent.builder("0123456789abcdef0123456789abcdef", Instant.EPOCH)
                .message(text)
                .transaction(text)
                .exceptions(List.of(new ExceptionInfo(
                        text, text, text, new Mechanism(text, null, text, 0, -1, Map.of(key, text)), List.of(frame))))
                .user(new User(text, text, text, text, Map.of(key, text)))
                .request(new Request(text, text, text, Map.of("referer", text, "user-agent", text, "x", text)))
                .tag(key, text)
                .extra(key, List.of(List.of(key, text), Map.of("name", key, "value", text)))
                .context(key, Map.of(key, text))
                .modules(Map.of(key, text))
                .fingerprint(List.of(text))
                .build();
    }
}
