package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.SessionUpdate;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is made of the small items: sessions and reports. */
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ATTRS = "\"attrs\":{\"release\":\"1.4.2\"}";
    private final IngestHouse house = new IngestHouse(
            IngestLimits.DEFAULT, List.of(IngestHouse.KEY), List.of(), false, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> send(String type, String payload) {
        return house.envelope("{}\n{\"type\":\"" + type + "\"}\n" + payload);
    }

    private static String session(String more) {
        return "{\"sid\":\"5f1d9a0c-47e2-4b6d-8a3e-92c17b60d4f8\",\"started\":\"2026-11-23T09:59:00Z\"," + ATTRS + more
                + "}";
    }

    @Test
    void each_status_of_a_session_is_one_of_three_outcomes() {
        for (String more : List.of(
                "",
                ",\"status\":\"exited\"",
                ",\"errors\":3",
                ",\"status\":\"crashed\"",
                ",\"status\":\"unhandled\"",
                ",\"status\":\"abnormal\"")) {
            send("session", session(more));
        }

        assertThat(house.sessions).extracting(SessionUpdate::errored).containsExactly(0L, 0L, 1L, 1L, 1L, 1L);
        assertThat(house.sessions).extracting(SessionUpdate::crashed).containsExactly(0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(house.sessions).allSatisfy(update -> {
            assertThat(update.sid()).isEqualTo("5f1d9a0c47e24b6d8a3e92c17b60d4f8");
            assertThat(update.environment()).isEqualTo("production");
            assertThat(update.started()).isEqualTo(NOW.minusSeconds(60));
        });
    }

    @Test
    void one_without_release_id_or_beginning_counts_for_nothing_and_odd_ones_are_no_failure() {
        for (String odd : List.of(
                "{}",
                "{\"sid\":\"a\",\"started\":\"2026-11-23T09:59:00Z\"}",
                "{\"sid\":\"a\"," + ATTRS + "}",
                "{\"started\":\"2026-11-23T09:59:00Z\"," + ATTRS + "}",
                "{\"sid\":{},\"started\":[],\"attrs\":7,\"errors\":\"many\",\"status\":null}",
                session(",\"status\":7,\"errors\":-1"))) {
            assertThat(send("session", odd).statusCode()).as(odd).isEqualTo(200);
        }
        assertThat(send("sessions", "{\"aggregates\":7," + ATTRS + "}").statusCode())
                .isEqualTo(200);
        assertThat(send("session", "[]").statusCode()).isEqualTo(400);
        assertThat(house.sessions).singleElement().satisfies(update -> assertThat(update.errored())
                .isZero());
    }

    @Test
    void counts_that_nobody_can_have_are_cut_and_so_is_their_number() {
        String minute = "{\"started\":\"2026-11-23T09:59:00Z\",\"exited\":99999999999,\"errored\":-3,\"crashed\":2},";
        send("sessions", "{\"aggregates\":[" + minute.repeat(300) + "{}]," + ATTRS + "}");

        assertThat(house.sessions).hasSize(200).allSatisfy(update -> {
            assertThat(update.sessions()).isLessThanOrEqualTo(1_000_002);
            assertThat(update.errored()).isEqualTo(2);
        });
    }

    @Test
    void a_clock_that_is_off_by_hours_is_put_right() {
        house.envelope("{\"sent_at\":\"2026-11-23T05:00:00Z\"}\n{\"type\":\"session\"}\n"
                + session("").replace("09:59", "04:30"));

        assertThat(house.sessions.get(0).started()).isEqualTo(NOW.minusSeconds(1_800));
    }

    @Test
    void too_many_are_refused_by_their_own_category_and_errors_still_taken() {
        HttpResponse<String> answer = send("session", session(""));
        for (int i = 0; i < 100; i++) {
            answer = send("session", session(""));
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("X-Sentry-Rate-Limits").orElseThrow())
                .contains(":session:");
        assertThat(house.sessions).hasSize(100);
        assertThat(house.event("{}").statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_report_says_is_added_up_and_nonsense_is_not() {
        String report = "{\"discarded_events\":[{\"reason\":\"network_error\",\"category\":\"error\",\"quantity\":2},"
                + "{\"reason\":\"<b>\",\"category\":\"error\",\"quantity\":9},{\"reason\":7},null]}";
        send("client_report", report);
        send("client_report", report);
        assertThat(house.reports.all()).singleElement().satisfies(some -> {
            assertThat(some.reason()).isEqualTo("network_error");
            assertThat(some.quantity()).isEqualTo(4);
        });
    }

    @Test
    void more_reasons_than_there_are_become_one() {
        try (IngestHouse wide = new IngestHouse()) {
            for (int i = 0; i < 300; i++) {
                String word = "r" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
                wide.envelope("{}\n{\"type\":\"client_report\"}\n{\"discarded_events\":[{\"reason\":\"" + word
                        + "\",\"category\":\"error\",\"quantity\":1}]}");
            }
            assertThat(wide.reports.all()).hasSize(201).first().satisfies(other -> {
                assertThat(other.reason()).isEqualTo("other");
                assertThat(other.quantity()).isEqualTo(100);
            });
        }
    }
}
