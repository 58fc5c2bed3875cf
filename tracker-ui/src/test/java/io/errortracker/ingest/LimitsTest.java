package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.ui.access.FakeClock;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much comes in, in which form, and what is said of the rest. */
class LimitsTest {
    private final IngestHouse house = new IngestHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void every_encoding_and_framing_is_read() throws Exception {
        String place = "/api/1/envelope/?sentry_key=" + IngestHouse.KEY;
        byte[] plain = utf8("{}\n{\"type\":\"event\"}\n{\"message\":\"hello\"}");

        assertThat(house.post(place, plain).statusCode()).isEqualTo(200);
        assertThat(house.postChunked(place, plain).statusCode()).isEqualTo(200);
        assertThat(house.post(place, Traffic.gzip(plain), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.postChunked(place, Traffic.gzip(plain), "Content-Encoding", "GZIP")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.post(place, deflate(plain, false), "Content-Encoding", "deflate")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.post(place, deflate(plain, true), "Content-Encoding", "deflate")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.post(place, plain, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.post(place, plain, "Content-Type", "multipart/form-data; boundary=x")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.post(place, plain, "Content-Encoding", "br").statusCode())
                .isEqualTo(415);
        assertThat(house.post(place, utf8("neither"), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.events).hasSize(8).allMatch(event -> "hello".equals(event.message()));
    }

    @Test
    void a_body_that_the_server_decompressed_already_is_read_as_it_is() throws Exception {
        String place = "/api/1/envelope/?sentry_key=" + IngestHouse.KEY;
        byte[] plain = utf8("{}\n{\"type\":\"event\"}\n{\"message\":\"hello\"}");

        assertThat(house.post(place, plain, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(200);
        assertThat(house.post(place, plain, "Content-Encoding", "deflate").statusCode())
                .isEqualTo(200);
        assertThat(house.events).hasSize(2).allMatch(event -> "hello".equals(event.message()));
    }

    @Test
    void items_end_where_their_length_says_and_else_with_the_line() {
        String inner = "{\"message\":\"hello\",\"extra\":{\"text\":\"two\\nlines\"}}";
        String binary = "a\nb\u0000c";
        HttpResponse<String> answer = house.envelope("{\"event_id\":\"not used\"}\n"
                + "{\"type\":\"attachment\",\"length\":" + binary.length() + "}\n" + binary + "\n"
                + "{\"type\":\"brand_new\"}\nwhatever this is\n\n"
                + "{\"type\":\"event\",\"length\":" + inner.length() + "}\n" + inner);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(house.events).singleElement().satisfies(event -> {
            assertThat(event.message()).isEqualTo("hello");
            assertThat(answer.body()).isEqualTo("{\"id\":\"" + event.id() + "\"}");
        });
        assertThat(house.counts()).containsEntry("other items, passed over", 2L);
    }

    @Test
    void a_mere_event_is_taken_at_the_place_of_old() {
        HttpResponse<String> answer = house.post(
                "/api/1/store/?sentry_key=" + IngestHouse.KEY,
                utf8("{\"event_id\":\"fc6d8c0c43fc4630ad850ee518f1b9d0\",\"message\":\"of old\"}"));

        assertThat(answer.body()).isEqualTo("{\"id\":\"fc6d8c0c43fc4630ad850ee518f1b9d0\"}");
        assertThat(house.events).singleElement().extracting(ErrorEvent::message).isEqualTo("of old");
    }

    @Test
    void what_is_malformed_is_refused_with_a_reason() {
        assertThat(refusal("")).isEqualTo("400 the envelope's header is not a JSON object");
        assertThat(refusal("[]\n")).isEqualTo("400 the envelope's header is not a JSON object");
        assertThat(refusal("{}\nnothing")).isEqualTo("400 an item's header is not a JSON object");
        assertThat(refusal("{}\n{}\n{}")).isEqualTo("400 an item has no type");
        assertThat(refusal("{}\n{\"type\":\"event\",\"length\":99}\n{}"))
                .isEqualTo("400 an item is not as long as its header says");
        assertThat(refusal("{}\n{\"type\":\"event\",\"length\":-1}\n{}"))
                .isEqualTo("400 an item is not as long as its header says");
        assertThat(refusal("{}\n{\"type\":\"event\",\"length\":1}\n{}"))
                .isEqualTo("400 an item does not end where its header says");
        assertThat(refusal("{}\n{\"type\":\"event\"}\n{")).isEqualTo("400 the event is not JSON");
        assertThat(refusal("{}\n{\"type\":\"event\"}\n[]")).isEqualTo("400 the event's JSON is not an object");
        assertThat(refusal("{}\n{\"type\":\"event\"}\n" + "[".repeat(100)))
                .isEqualTo("400 the event's JSON is nested too deeply");
        assertThat(refusal("{}\n{\"type\":\"event\"}\n{\"a\":" + "9".repeat(1_000) + "}"))
                .isEqualTo("400 the event's JSON has a number with too many digits");
        assertThat(refusal("{}\n{\"type\":\"" + "x".repeat(9_000) + "\"}\n{}"))
                .isEqualTo("400 an item's header is too long");
        assertThat(refusal("{}" + "\n{\"type\":\"session\"}\n{}".repeat(21)))
                .isEqualTo("413 the envelope has too many items");
        assertThat(house.method("PUT", "/api/1/envelope/").statusCode()).isEqualTo(405);
        assertThat(house.method("GET", "/api/1/envelope/").statusCode()).isEqualTo(404);
    }

    private String refusal(String envelope) {
        HttpResponse<String> answer = house.envelope(envelope);
        return answer.statusCode() + " "
                + answer.headers().firstValue("X-Sentry-Error").orElse("");
    }

    @Test
    void bodies_that_are_too_large_are_refused_before_they_are_in_memory() {
        String place = "/api/1/envelope/?sentry_key=" + IngestHouse.KEY;
        byte[] large = new byte[(1 << 20) + 1];
        byte[] bomb = Traffic.gzip(new byte[50 << 20]);

        assertThat(house.post(place, large).statusCode()).isEqualTo(413);
        assertThat(house.postChunked(place, large).statusCode()).isEqualTo(413);
        assertThat(bomb.length).isLessThan(200 << 10);
        assertThat(house.post(place, bomb, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(413);
        assertThat(house.post(place, Traffic.gzip(bomb), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_client_that_sends_too_much_is_told_for_how_long_to_be_silent() {
        FakeClock clock = new FakeClock();
        try (IngestHouse limited =
                new IngestHouse(IngestLimits.DEFAULT, List.of(IngestHouse.KEY), List.of(), false, clock)) {
            for (int i = 0; i < 30; i++) {
                assertThat(limited.event("{}").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> answer = limited.event("{}");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("X-Sentry-Rate-Limits")).contains("1:error:key");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(limited.envelope("{}\n{\"type\":\"session\"}\n{\"status\":\"ok\"}")
                            .statusCode())
                    .as("what is only counted goes on")
                    .isEqualTo(200);
            HttpResponse<String> both =
                    limited.envelope("{}\n{\"type\":\"session\"}\n{\"status\":\"ok\"}\n{\"type\":\"event\"}\n{}");
            assertThat(both.statusCode()).isEqualTo(200);
            assertThat(both.headers().firstValue("X-Sentry-Rate-Limits")).contains("1:error:key");
        }
    }

    @Test
    void a_full_queue_says_so() {
        house.fillUp();

        HttpResponse<String> answer = house.event("{}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("X-Sentry-Rate-Limits")).contains("10:error:key");
    }

    @Test
    void a_clock_that_is_far_off_is_put_right_and_one_that_is_a_little_off_is_not() {
        FakeClock clock = new FakeClock();
        try (IngestHouse timed = new IngestHouse(IngestHouse.WIDE, List.of(IngestHouse.KEY), List.of(), false, clock)) {
            Instant now = clock.instant();
            assertThat(time(timed, "2026-11-23T10:00:00Z", "2026-11-23T09:59:30Z"))
                    .as("two hours behind, half a minute old")
                    .isEqualTo(now.minusSeconds(30));
            assertThat(time(timed, "2036-11-23T12:00:00Z", "2036-11-23T11:59:59Z"))
                    .as("ten years ahead")
                    .isEqualTo(now.minusSeconds(1));
            assertThat(time(timed, "2016-11-23T12:00:00Z", "2016-11-23T12:00:00Z"))
                    .as("ten years behind")
                    .isEqualTo(now);
            assertThat(time(timed, "2026-11-23T11:30:00Z", "2026-11-23T11:29:00Z"))
                    .as("half an hour behind")
                    .isEqualTo(now.minusSeconds(31 * 60));
            assertThat(time(timed, "2026-11-23T12:30:00Z", "2026-11-23T12:29:00Z"))
                    .as("half an hour ahead")
                    .isEqualTo(now);
            assertThat(time(timed, "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"))
                    .as("a time that is none")
                    .isEqualTo(now);
            assertThat(time(timed, "2026-11-23T12:00:00Z", "1970-01-01T00:00:00Z"))
                    .as("the beginning of time")
                    .isEqualTo(now);
            assertThat(time(timed, "nonsense", "nonsense")).isEqualTo(now);
        }
    }

    private static Instant time(IngestHouse house, String sentAt, String happened) {
        house.clear();
        house.envelope("{\"sent_at\":\"" + sentAt + "\"}\n{\"type\":\"event\"}\n{\"timestamp\":\"" + happened + "\"}");
        return house.events.get(0).timestamp();
    }

    @Test
    void users_are_told_as_they_were_sent_and_the_address_only_when_personal_data_is_wanted() {
        String event = "{\"message\":\"m\",\"user\":{\"ip_address\":\"{{auto}}\",\"id\":\"42\"}}";
        house.event(event);
        assertThat(house.events.get(0).user()).isNotNull();
        assertThat(house.events.get(0).user().ipAddress()).isNull();
        assertThat(house.events.get(0).user().id()).isEqualTo("42");
        try (IngestHouse personal =
                new IngestHouse(IngestHouse.WIDE, List.of(IngestHouse.KEY), List.of(), true, Clock.systemUTC())) {
            personal.event(event);
            assertThat(personal.events.get(0).user().ipAddress()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void who_is_signed_in_is_told_of_our_own_pages_only_and_only_when_personal_data_is_wanted() {
        String event = "{}\n{\"type\":\"event\"}\n{\"message\":\"m\"}";
        house.signIn("ada");
        house.envelope(event, "Origin", house.origin());
        assertThat(house.events.get(0).user()).isNull();
        try (IngestHouse personal = new IngestHouse(
                IngestHouse.WIDE,
                List.of(IngestHouse.KEY),
                List.of("https://other.example"),
                true,
                Clock.systemUTC())) {
            personal.signIn("ada");
            personal.envelope(event, "Origin", personal.origin());
            personal.envelope(event, "Origin", "https://other.example");
            personal.envelope(event);
            personal.envelope(event.replace("\"m\"", "\"m\",\"user\":{\"id\":\"42\"}"), "Origin", personal.origin());

            assertThat(personal.events)
                    .extracting(sent -> sent.user() == null ? null : sent.user().username())
                    .containsExactly("ada", null, null, null);
        }
    }

    @Test
    void the_environment_of_a_process_is_left_out() {
        house.event("{\"extra\":{\"environ\":{\"SENTRY_AUTH_TOKEN\":\"x\"},\"other\":1}}");

        assertThat(house.events.get(0).extra()).containsOnlyKeys("other");
    }

    @Test
    void an_event_without_an_id_has_that_of_its_envelope() {
        String dashed = "\"event_id\":\"22E3490D-6777-4227-B224-7E7A4CDD2144\"";
        house.envelope("{" + dashed + "}\n{\"type\":\"event\"}\n{\"message\":\"a\"}");
        house.envelope("{" + dashed + "}\n{\"type\":\"event\"}\n{\"event_id\":\"" + "a".repeat(32) + "\"}");
        house.envelope("{\"event_id\":\"nonsense\"}\n{\"type\":\"event\"}\n{}");

        assertThat(house.events.get(0).id()).isEqualTo("22e3490d67774227b2247e7a4cdd2144");
        assertThat(house.events.get(1).id()).isEqualTo("a".repeat(32));
        assertThat(house.events.get(2).id()).hasSize(32).doesNotContain("nonsense");
    }

    @Test
    void feedback_is_a_message_of_what_was_said() {
        house.envelope("{}\n{\"type\":\"feedback\"}\n{\"contexts\":{\"feedback\":{\"message\":\"It is slow\","
                + "\"contact_email\":\"jo@example.com\",\"url\":\"https://shop.example/\"}}}");

        assertThat(house.events).singleElement().satisfies(event -> {
            assertThat(event.message()).isEqualTo("It is slow");
            assertThat(event.fingerprint()).containsExactly("feedback");
            assertThat(event.user()).isNotNull();
            assertThat(event.user().email()).isEqualTo("jo@example.com");
        });
    }
}
