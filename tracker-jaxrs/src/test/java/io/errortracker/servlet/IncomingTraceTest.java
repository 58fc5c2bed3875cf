package io.errortracker.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which trace a request belongs to, and that no header can break it. */
class IncomingTraceTest {
    private static final String TRACE = "771a43a4192642f0b136d5159a501700";
    private static final String SPAN = "7777777777777777";
    private static final Map<String, Map<String, Object>> FOUND =
            Map.of("trace", Map.of("trace_id", TRACE, "parent_span_id", SPAN));

    private static Map<String, Map<String, Object>> of(String name, String value) {
        return IncomingTrace.contexts(Map.of(name, value)::get);
    }

    @Test
    void each_header_that_tells_a_trace_is_read() {
        assertThat(of("sentry-trace", TRACE + "-" + SPAN)).isEqualTo(FOUND);
        assertThat(of("sentry-trace", TRACE + "-" + SPAN + "-1")).isEqualTo(FOUND);
        assertThat(of("traceparent", "00-" + TRACE + "-" + SPAN + "-01")).isEqualTo(FOUND);
        assertThat(of("baggage", "other=%3G,sentry-trace_id=" + TRACE + ",sentry-release=1"))
                .isEqualTo(Map.of("trace", Map.of("trace_id", TRACE)));
        assertThat(IncomingTrace.contexts(
                        Map.of("sentry-trace", "nonsense", "traceparent", "00-" + TRACE + "-" + SPAN + "-01")::get))
                .isEqualTo(FOUND);
    }

    @Test
    void what_is_not_well_formed_is_passed_over() {
        for (String header : List.of(
                "",
                "-",
                TRACE,
                TRACE + "-",
                TRACE + "-" + SPAN + "-",
                TRACE + "-" + SPAN + "-11",
                TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + SPAN,
                "0".repeat(32) + "-" + SPAN,
                TRACE + "_" + SPAN,
                "<script>" + TRACE)) {
            assertThat(of("sentry-trace", header)).as(header).isEmpty();
        }
        assertThat(of("baggage", "sentry-trace_id=")).isEmpty();
        assertThat(of("baggage", "sentry-trace_id=%3G")).isEmpty();
        assertThat(of("baggage", "x".repeat(10_000) + "sentry-trace_id=" + TRACE))
                .isEmpty();
    }

    @Test
    void five_thousand_broken_headers_break_nothing() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder header = new StringBuilder(TRACE + "-" + SPAN + "-1,sentry-trace_id=" + TRACE);
            for (int change = random.nextInt(8); change >= 0; change--) {
                header.setCharAt(random.nextInt(header.length()), (char) random.nextInt(0x3000));
            }
            header.setLength(random.nextInt(header.length() + 1));
            for (String name : List.of("sentry-trace", "traceparent", "baggage")) {
                assertThat(of(name, header.toString())).isNotNull();
            }
        }
    }
}
