package io.errortracker.ingest;

import static io.errortracker.ingest.IngestHouse.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is let in, and what a page may read of the answer: an exact table. */
class KeyAndOriginTest {
    private static final String OTHER_KEY = "ffffffffffffffffffffffffffffffff";
    private static final String EVENT = "\n{\"type\":\"event\"}\n{\"message\":\"hello\"}";
    private static IngestHouse house;

    @BeforeAll
    static void open() {
        house = new IngestHouse(
                IngestHouse.WIDE,
                List.of(KEY),
                List.of("https://good.com", "https://good.com:8443"),
                false,
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private record Case(String what, String path, String envelopeHeader, List<String> headers, int status) {}

    private static Case key(int status, String what, String path, String envelopeHeader, String... headers) {
        return new Case(what, path, envelopeHeader, List.of(headers), status);
    }

    private static Case origin(int status, String what, String origin, String... more) {
        List<String> headers = new ArrayList<>(List.of("Origin", origin));
        headers.addAll(List.of(more));
        return new Case(what, "/api/1/envelope/?sentry_key=" + KEY, "{}", headers, status);
    }

    private static String dsn(String key, String project) {
        return "{\"dsn\":\"https://" + key + "@localhost/shop/errors-ingest/" + project + "\"}";
    }

    private static List<Case> cases() {
        String place = "/api/1/envelope/";
        return List.of(
                key(200, "in the query", place + "?sentry_version=7&sentry_key=" + KEY, "{}"),
                key(200, "in the query, without a slash at the end", "/api/1/envelope?sentry_key=" + KEY, "{}"),
                key(200, "in the header", place, "{}", "X-Sentry-Auth", "Sentry sentry_version=7,sentry_key=" + KEY),
                key(
                        200,
                        "in the header, with spaces",
                        place,
                        "{}",
                        "X-Sentry-Auth",
                        "Sentry sentry_key=" + KEY + ", a=b"),
                key(200, "in the header of old", place, "{}", "Authorization", "Sentry sentry_key=" + KEY),
                key(200, "in the envelope", place, dsn(KEY, "1")),
                key(200, "in the envelope, with a secret of old", place, dsn(KEY + ":secret", "1")),
                key(200, "in the envelope, through a tunnel", "/tunnel", dsn(KEY, "1")),
                key(200, "everywhere the same", place + "?sentry_key=" + KEY, dsn(KEY, "1")),
                key(200, "twice the same", place + "?sentry_key=" + KEY + "&sentry_key=" + KEY, "{}"),
                key(403, "nowhere", place, "{}"),
                key(403, "nowhere, through a tunnel", "/tunnel", "{}"),
                key(403, "empty", place + "?sentry_key=", "{}"),
                key(403, "wrong", place + "?sentry_key=" + OTHER_KEY, "{}"),
                key(403, "wrong in the header", place, "{}", "X-Sentry-Auth", "Sentry sentry_key=" + OTHER_KEY),
                key(403, "wrong in the envelope", place, dsn(OTHER_KEY, "1")),
                key(403, "wrong through a tunnel", "/tunnel", dsn(OTHER_KEY, "1")),
                key(403, "beginning of the right one", place + "?sentry_key=" + KEY.substring(0, 31), "{}"),
                key(403, "right one and more", place + "?sentry_key=" + KEY + "0", "{}"),
                key(403, "in capitals", place + "?sentry_key=0123456789ABCDEF0123456789ABCDEF", "{}"),
                key(
                        403,
                        "right in the query, wrong in the envelope",
                        place + "?sentry_key=" + KEY,
                        dsn(OTHER_KEY, "1")),
                key(
                        403,
                        "wrong in the query, right in the envelope",
                        place + "?sentry_key=" + OTHER_KEY,
                        dsn(KEY, "1")),
                key(
                        403,
                        "right in the query, wrong in the header",
                        place + "?sentry_key=" + KEY,
                        "{}",
                        "X-Sentry-Auth",
                        "Sentry sentry_key=" + OTHER_KEY),
                key(403, "two in the query", place + "?sentry_key=" + KEY + "&sentry_key=" + OTHER_KEY, "{}"),
                key(403, "of another project", "/api/2/envelope/?sentry_key=" + KEY, "{}"),
                key(403, "of another project in the envelope", place + "?sentry_key=" + KEY, dsn(KEY, "2")),
                key(403, "of a project that is no number", "/api/shop/envelope/?sentry_key=" + KEY, "{}"),
                key(403, "an envelope's own that is no DSN", place + "?sentry_key=" + KEY, "{\"dsn\":\"nonsense\"}"),
                key(404, "right, at another place", "/api/1/other/?sentry_key=" + KEY, "{}"),
                key(404, "right, at no place", "/?sentry_key=" + KEY, "{}"),
                origin(200, "this application's own", house.origin()),
                origin(200, "a listed one", "https://good.com"),
                origin(200, "a listed one with its default port", "https://good.com:443"),
                origin(200, "a listed one with another port", "https://good.com:8443"),
                origin(200, "of the same page behind a proxy", "https://shop.example", "Sec-Fetch-Site", "same-origin"),
                origin(403, "http in place of https", "http://good.com"),
                origin(403, "a port that is not listed", "https://good.com:9443"),
                origin(403, "a listed one as a beginning", "https://good.com.evil.com"),
                origin(403, "a listed one as an end", "https://evilgood.com"),
                origin(403, "a listed one as user information", "https://good.com@evil.com"),
                origin(403, "a subdomain of a listed one", "https://sub.good.com"),
                origin(403, "null", "null"),
                origin(403, "nonsense", "good.com"),
                origin(403, "this host with another port", "http://127.0.0.1:1"),
                origin(403, "another one on the same site", "https://evil.com", "Sec-Fetch-Site", "same-site"));
    }

    @Test
    void the_table_of_keys_and_origins_holds() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
        assertSoftly(softly -> cases().forEach(one -> {
            HttpResponse<String> answer = house.post(
                    one.path(),
                    (one.envelopeHeader() + EVENT).getBytes(StandardCharsets.UTF_8),
                    one.headers().toArray(String[]::new));
            softly.assertThat(answer.statusCode()).as(one.what()).isEqualTo(one.status());
            softly.assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .as(one.what())
                    .isEmpty();
            softly.assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            String origin = one.headers().contains("Origin") ? one.headers().get(1) : null;
            softly.assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Origin")
                            .orElse(null))
                    .as(one.what())
                    .isEqualTo(one.status() == 200 ? origin : null);
            if (one.status() == 403) {
                softly.assertThat(answer.body())
                        .as("nothing to be learnt from it")
                        .isEqualTo("{\"detail\":\"the key, the project or the origin is not allowed\"}");
            }
        }));
    }

    @Test
    void a_preflight_is_answered_without_a_key() {
        HttpResponse<String> answer = house.method(
                "OPTIONS",
                "/api/1/envelope/",
                "Origin",
                "https://good.com",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-app, content-type");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map())
                .containsEntry("access-control-allow-origin", List.of("https://good.com"))
                .containsEntry("access-control-allow-methods", List.of("POST"))
                .containsEntry("access-control-allow-headers", List.of("x-app, content-type"))
                .containsEntry("vary", List.of("Origin"));
        assertThat(house.method("OPTIONS", "/api/1/envelope/", "Origin", "https://evil.com")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusals_can_be_read_by_a_page_that_may_send() {
        HttpResponse<String> answer = house.envelope("no envelope", "Origin", "https://good.com");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://good.com");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .contains("x-sentry-error, x-sentry-rate-limits, retry-after");
        assertThat(answer.headers().firstValue("X-Sentry-Error"))
                .contains("the envelope's header is not a JSON object");
    }

    @Test
    void a_new_key_lives_beside_the_one_before_it_and_no_longer() {
        try (IngestHouse own = new IngestHouse(IngestHouse.WIDE, List.of(), List.of(), false, Clock.systemUTC())) {
            String first = own.keys.live().get(0);
            assertThat(first).matches("[0-9a-f]{32}");
            own.keys.rotate();
            String second = own.keys.live().get(0);
            assertThat(own.keys.live()).containsExactly(second, first);
            own.keys.rotate();
            String third = own.keys.live().get(0);

            assertThat(status(own, first)).isEqualTo(403);
            assertThat(status(own, second)).isEqualTo(200);
            assertThat(status(own, third)).isEqualTo(200);
            own.keys.retireOld();
            assertThat(status(own, second)).isEqualTo(403);
            assertThat(status(own, third)).isEqualTo(200);
        }
    }

    @Test
    void origins_that_are_kept_by_the_pages_count_at_once() {
        try (IngestHouse own = new IngestHouse(IngestHouse.WIDE, List.of(KEY), List.of(), false, Clock.systemUTC())) {
            assertThat(own.envelope("{}" + EVENT, "Origin", "https://shop.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(own.origins.keep("https://shop.example, https://www.shop.example/"))
                    .isNull();
            assertThat(own.envelope("{}" + EVENT, "Origin", "https://shop.example")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(own.envelope("{}" + EVENT, "Origin", "https://www.shop.example")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(own.origins.keep("https://shop.example javascript:alert(1)"))
                    .isEqualTo("javascript:alert(1)");
            assertThat(own.origins.keep("*")).isNull();
            assertThat(own.envelope("{}" + EVENT, "Origin", "null").statusCode())
                    .isEqualTo(200);
        }
    }

    private static int status(IngestHouse own, String key) {
        return own.post("/api/1/envelope/?sentry_key=" + key, ("{}" + EVENT).getBytes(StandardCharsets.UTF_8))
                .statusCode();
    }

    @Test
    void the_limits_tell_who_is_limited_for_how_long_and_forget_addresses() {
        io.errortracker.ui.access.FakeClock clock = new io.errortracker.ui.access.FakeClock();
        RateLimits limits = new RateLimits(IngestLimits.DEFAULT, clock);
        for (int i = 0; i < 30; i++) {
            assertThat(limits.mayTake(RateLimits.Kind.ERROR, "10.0.0.1", KEY)).isZero();
        }
        assertThat(limits.mayTake(RateLimits.Kind.ERROR, "10.0.0.1", KEY)).isEqualTo(1);
        assertThat(limits.mayTake(RateLimits.Kind.TRACE, "10.0.0.1", KEY)).isZero();
        assertThat(limits.mayTake(RateLimits.Kind.ERROR, "10.0.0.2", KEY)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.mayTake(RateLimits.Kind.ERROR, "10.0.0.1", KEY)).isZero();

        for (int i = 0; i < 25_000; i++) {
            limits.mayCome("10.1." + i / 256 + "." + i % 256);
        }
        assertThat(limits.addresses()).isEqualTo(10_000);
    }
}
