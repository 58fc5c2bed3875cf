package io.errortracker.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Level;
import io.errortracker.event.Mechanism;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that real SDKs sent. */
class RecordedEventsTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");
    private final EventJson json = EventJson.create(JsonLimits.FOREIGN);

    @Test
    void the_java_sdk_has_the_cause_first_and_the_throwing_frame_last() throws Exception {
        ErrorEvent event = read("java-cause");

        assertThat(event.id()).isEqualTo("22e3490d67774227b2247e7a4cdd2144");
        assertThat(event.timestamp()).isEqualTo("2026-11-23T00:51:46.900Z");
        assertThat(event.level()).isEqualTo(Level.ERROR);
        assertThat(event.exceptions())
                .extracting(ExceptionInfo::qualifiedType)
                .containsExactly("App$PaymentException", "java.lang.NumberFormatException");
        assertThat(event.exceptions().get(1).frames().get(0).function()).isEqualTo("forInputString");
        assertThat(event.exceptions().get(1).mechanism())
                .extracting(Mechanism::exceptionId, Mechanism::parentId)
                .containsExactly(1, 0);
        assertThat(event.tags()).containsEntry("component", "checkout");
        assertThat(event.contexts().get("order")).containsEntry("id", 7L);
        assertThat(event.sdk()).isEqualTo("sentry.java/8.62.0");
        assertThat(event.user()).isNotNull().satisfies(user -> assertThat(user.identity())
                .isEqualTo("id:42"));
        assertThat(event.breadcrumbs()).first().satisfies(breadcrumb -> assertThat(breadcrumb.data())
                .containsEntry("how", "cookie"));
    }

    @Test
    void the_java_sdk_sends_a_message_with_its_template() throws Exception {
        ErrorEvent event = read("java-message");

        assertThat(event.message()).isEqualTo("order 7 failed");
        assertThat(event.messageTemplate()).isEqualTo("order %s failed");
        assertThat(event.exceptions()).isEmpty();
    }

    @Test
    void the_node_sdk_has_numbers_as_times_and_source_lines() throws Exception {
        ErrorEvent event = read("node-cause");

        assertThat(event.timestamp().toString()).startsWith("2026-11-23T");
        assertThat(event.timestamp().getNano() % 1_000_000).isZero();
        assertThat(event.platform()).isEqualTo("node");
        assertThat(event.thrown()).isNotNull().satisfies(thrown -> {
            assertThat(thrown.type()).isEqualTo("PaymentError");
            assertThat(thrown.frames().get(0).function()).isEqualTo("charge");
            assertThat(thrown.frames().get(0).source()).isNotNull();
        });
    }

    @Test
    void the_node_sdk_describes_the_request() throws Exception {
        ErrorEvent event = read("node-request");

        assertThat(event.request()).isNotNull().satisfies(request -> {
            assertThat(request.method()).isNotBlank();
            assertThat(request.url()).startsWith("http://").doesNotContain("?");
            assertThat(request.header("user-agent")).isNotBlank();
        });
    }

    @Test
    void the_browser_sdk_sends_a_message_with_a_synthetic_exception() throws Exception {
        ErrorEvent event = read("browser-message");

        assertThat(event.message()).isEqualTo("hello from browser");
        assertThat(event.exceptions()).isEmpty();
    }

    @Test
    void a_cause_in_the_browser_comes_after_what_was_thrown() throws Exception {
        assertThat(read("browser-cause").exceptions())
                .extracting(ExceptionInfo::type)
                .containsExactly("Error", "TypeError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "browser-cause",
                "browser-message",
                "browser-rejection",
                "java-cause",
                "java-message",
                "node-cause",
                "node-request"
            })
    void what_was_read_once_stays_the_same_when_it_is_written_and_read_again(String name) throws Exception {
        ErrorEvent event = read(name);

        assertThat(json.read(json.write(event), RECEIVED)).isEqualTo(event);
    }

    private ErrorEvent read(String name) throws IOException, MalformedEventException {
        try (InputStream recorded = RecordedEventsTest.class.getResourceAsStream(name + ".json")) {
            assertThat(recorded).isNotNull();
            return json.read(recorded.readAllBytes(), RECEIVED);
        }
    }
}
