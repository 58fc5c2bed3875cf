package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
    private static final NextPage NEXT = new NextPage("/shop/errors");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/errors",
                "/shop/errors/",
                "/shop/errors?query=is%3Aresolved",
                "/shop/errors/issues/42?tab=a&b=//evil.example",
                "/shop/errors/issues/42/events/0123456789abcdef0123456789abcdef"
            })
    void a_page_of_ours_is_allowed(String asked) {
        assertThat(NEXT.of(asked)).isEqualTo(asked);
    }

    static Stream<String> foreign() {
        List<String> hosts =
                List.of("evil.example", "evil.example/shop/errors", "localhost@evil.example", "[::1]", "3232235777");
        List<String> starts = List.of(
                "http://",
                "https://",
                "//",
                "///",
                "////",
                "/\\",
                "\\/",
                "\\\\",
                "\\",
                "/\\/",
                "\\//",
                "http:",
                "https:/",
                "http:\\\\",
                "HtTp://",
                "ftp://",
                "javascript:alert(1)//",
                "data:text/html,",
                "/\t/",
                "/\n/",
                "/\r\n/",
                "/%09/",
                "/%2f/",
                "/%5c",
                "%2f%2f",
                "//%0d%0a",
                "/.",
                "/./",
                "/../",
                ".",
                "..",
                "?",
                "#",
                "@",
                ":",
                ";@",
                " //",
                "\t//",
                "\u0000//",
                "\u3002//",
                "/\u2028/",
                "〱",
                "/shop/errors/..//",
                "/shop/errors/../../",
                "/shop/errors/%2e%2e/",
                "/shop/errors/.%2E/",
                "/shop/errors\\..\\..\\",
                "/shop/errors@",
                "/shop/errors.",
                "/shop/errorsX",
                "/shop/errors-ingest/",
                "/shop/errors;x/",
                "/shop/errors%2f..",
                "/SHOP/ERRORS/",
                "/shop/errors:80",
                "//shop/errors/",
                "/shop//errors/",
                "/shop/errors/\r\nLocation: http://",
                "/shop/errors/ ",
                "/shop/errors/é");
        return starts.stream().flatMap(start -> hosts.stream().map(host -> start + host));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void anything_else_leads_to_the_first_page(String asked) {
        assertThat(NEXT.of(asked)).isEqualTo("/shop/errors");
    }

    @Test
    void no_next_leads_to_the_first_page() {
        assertThat(NEXT.of(null)).isEqualTo("/shop/errors");
        assertThat(NEXT.of("")).isEqualTo("/shop/errors");
        assertThat(NEXT.of("/shop/errors/" + "a".repeat(3_000))).isEqualTo("/shop/errors");
    }

    @Test
    void whatever_is_allowed_resolves_to_this_host_and_below_the_pages() {
        URI here = URI.create("https://shop.example/shop/errors/sign-in");
        String[] parts = {
            "/", "shop", "errors", "..", ".", "\\", "%2e", "//", "?", "#", "@", "evil.example", ":", "\t", ";", "a"
        };
        Random random = new Random(7);
        long allowed = IntStream.range(0, 200_000)
                .mapToObj(i -> "/shop/errors"
                        + IntStream.range(0, random.nextInt(6))
                                .mapToObj(j -> parts[random.nextInt(parts.length)])
                                .reduce("", String::concat))
                .filter(NEXT::isAllowed)
                .peek(next -> assertThat(
                                here.resolve(next.split("#", 2)[0]).normalize().toString())
                        .startsWith("https://shop.example/shop/errors"))
                .count();
        assertThat(allowed).isGreaterThan(10_000);
    }

    @Test
    void the_sign_in_answers_with_the_cleaned_address_and_no_host() {
        try (House house = House.withPassword()) {
            Reply reply = house.send(
                    Call.post(House.ROOT + "/sign-in", "password=correct+horse&next=" + House.encode("//evil.example"))
                            .with("Host", "evil.example")
                            .fromOurPage());
            assertThat(reply.header("Location")).contains("/shop/errors");
            assertThat(house.send(Call.get(House.ROOT).with("Host", "evil.example"))
                            .header("Location"))
                    .contains("/shop/errors/sign-in");
        }
    }
}
