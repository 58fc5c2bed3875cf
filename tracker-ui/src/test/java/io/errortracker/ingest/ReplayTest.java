package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Discarded;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Ingested;
import io.errortracker.event.Span;
import io.errortracker.event.StackFrame;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What unmodified clients sent is taken as it is. */
class ReplayTest {
    private static IngestHouse house;
    private static final List<String> ANSWERS = new ArrayList<>();

    @BeforeAll
    static void replay() {
        house = new IngestHouse(
                IngestHouse.WIDE,
                List.of("PUBLICKEY"),
                List.of("http://localhost:18090", "http://localhost:18095"),
                false,
                Clock.systemUTC());
        for (Traffic recorded : Traffic.all()) {
            String[] headers = recorded.headers().toArray(String[]::new);
            boolean node = recorded.name().startsWith("node");
            HttpResponse<String> answer = node
                    ? house.postChunked(recorded.url(), recorded.wire(), headers)
                    : house.post(recorded.url(), recorded.wire(), headers);
            ANSWERS.add(answer.statusCode() + " " + recorded.name() + " " + answer.body());
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void every_recorded_request_is_taken() {
        assertThat(ANSWERS).hasSizeGreaterThan(45).allMatch(answer -> answer.startsWith("200 "), "200");
    }

    @Test
    void each_type_of_item_is_counted() {
        assertThat(house.counts())
                .containsEntry("check-ins", 2L)
                .containsEntry("client reports", 1L)
                .containsEntry("feedback", 4L)
                .containsKeys("events", "transactions", "batches of spans", "updates of sessions", "client reports")
                .containsEntry("other items, passed over", 4L)
                .doesNotContainKeys("malformed requests", "requests with a wrong key, project or origin");
    }

    @Test
    void every_client_tells_of_its_sessions_by_release_and_what_became_of_them() {
        assertThat(house.sessions).hasSizeGreaterThan(10).allSatisfy(update -> {
            assertThat(update.release()).isEqualTo("shop@1.4.2");
            assertThat(update.environment()).isEqualTo("production");
        });
        List<String> crashed = house.sessions.stream()
                .filter(update -> update.crashed() > 0)
                .map(update -> String.valueOf(update.sid()))
                .toList();
        assertThat(crashed)
                .as("a browser's that met what nobody caught, and a Java program's")
                .contains("2ac29e020df0479fa3c863a7c056fb4f", "aed5bb866d8042ec9370c04ae1664a6b");
        assertThat(house.sessions)
                .filteredOn(update -> update.sid() == null)
                .isNotEmpty()
                .allSatisfy(counted -> {
                    assertThat(counted.sessions()).isEqualTo(2);
                    assertThat(counted.errored()).isEqualTo(1);
                    assertThat(counted.crashed()).isZero();
                });
    }

    @Test
    void what_clients_did_not_send_is_counted_by_reason() {
        assertThat(house.reports.all())
                .containsExactlyInAnyOrder(
                        new Discarded("no_parent_span", "span", 2),
                        new Discarded("sample_rate", "span", 2),
                        new Discarded("sample_rate", "transaction", 2));
    }

    @Test
    void an_event_of_a_browser_keeps_its_frames_with_address_line_and_column() {
        ErrorEvent event = house.events.stream()
                .filter(one -> one.platform().equals("javascript")
                        && one.thrown() != null
                        && "Cannot read properties of null (reading 'amount')"
                                .equals(one.thrown().value()))
                .findFirst()
                .orElseThrow();

        StackFrame frame = event.exceptions().get(0).frames().get(0);
        assertThat(frame.absPath()).isEqualTo("http://localhost:18090/assets/main.js");
        assertThat(frame.file()).isEqualTo("main.js");
        assertThat(frame.line()).isEqualTo(502);
        assertThat(frame.column()).isEqualTo(43199);
        assertThat(event.release()).isEqualTo("shop@1.4.2");
        assertThat(event.user()).isNotNull();
        assertThat(Ingested.is(event)).isTrue();
        assertThat(event.contexts().get("ingest")).containsEntry("client", "sentry.javascript.browser/11.12.0");
    }

    @Test
    void a_java_client_has_the_thrown_exception_first() {
        ErrorEvent event = house.events.stream()
                .filter(one -> one.platform().equals("java") && one.exceptions().size() == 2)
                .findFirst()
                .orElseThrow();

        assertThat(event.exceptions().get(0).type()).isEqualTo("App$PaymentException");
        assertThat(event.exceptions().get(1).qualifiedType()).isEqualTo("java.lang.NumberFormatException");
        assertThat(event.exceptions().get(1).frames().get(0).function()).isEqualTo("forInputString");
    }

    @Test
    void transactions_and_streamed_spans_become_spans_with_times_and_parents() {
        assertThat(house.spans).hasSizeGreaterThan(30).allSatisfy(span -> assertThat(span.micros())
                .isBetween(0L, 60_000_000L));
        Span streamed = house.spans.stream()
                .filter(span -> span.name().equals("POST http://localhost:18090/api/xhr"))
                .findFirst()
                .orElseThrow();
        assertThat(streamed.parentId()).isEqualTo("9cac49aa0a363db5");
        assertThat(streamed.httpStatus()).isEqualTo(200);
        assertThat(streamed.platform()).isEqualTo("javascript");
        assertThat(house.spans.stream().filter(Span::segment).map(Span::platform))
                .contains("javascript", "node", "java");
    }

    @Test
    void the_environment_of_a_process_is_never_kept() {
        assertThat(house.events).noneMatch(event -> event.extra().containsKey("environ"));
    }

    @Test
    void a_message_with_its_own_stack_is_a_message() {
        Map<Boolean, List<ErrorEvent>> byKind = house.events.stream()
                .filter(event -> "Something went wrong".equals(event.message()))
                .collect(java.util.stream.Collectors.partitioningBy(
                        event -> event.exceptions().isEmpty()));
        assertThat(byKind.get(true)).isNotEmpty();
        assertThat(byKind.get(false)).isEmpty();
    }
}
