package io.errortracker.servlet;

import io.errortracker.event.TraceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request says it belongs to: Sentry's header {@code sentry-trace}, W3C's {@code traceparent}, or the id in the
 * {@code baggage}. Whatever is not well-formed is passed over.
 */
final class IncomingTrace {
    private static final int TRACE_ID = 32;
    private static final int SPAN_ID = 16;
    private static final int LONGEST = 8_192;
    private static final String IN_BAGGAGE = "sentry-trace_id=";

    private IncomingTrace() {}

    /** The context {@code trace}; nothing when no header is well-formed. @param headers gives the first header of a name */
    static Map<String, Map<String, Object>> contexts(Function<String, @Nullable String> headers) {
        String sentry = headers.apply("sentry-trace");
        Map<String, Map<String, Object>> contexts = sentry == null ? Map.of() : ofSentry(sentry);
        if (!contexts.isEmpty()) {
            return contexts;
        }
        String parent = headers.apply("traceparent");
        contexts = parent == null ? Map.of() : TraceParent.contexts(parent);
        if (!contexts.isEmpty()) {
            return contexts;
        }
        String baggage = headers.apply("baggage");
        return baggage == null ? Map.of() : ofBaggage(baggage);
    }

    /** {@code <32 hex>-<16 hex>}, and perhaps {@code -1} or {@code -0}. */
    private static Map<String, Map<String, Object>> ofSentry(String header) {
        boolean hasLength = header.length() == TRACE_ID + 1 + SPAN_ID || header.length() == TRACE_ID + 1 + SPAN_ID + 2;
        if (!hasLength || header.charAt(TRACE_ID) != '-') {
            return Map.of();
        }
        return context(header.substring(0, TRACE_ID), header.substring(TRACE_ID + 1, TRACE_ID + 1 + SPAN_ID));
    }

    private static Map<String, Map<String, Object>> ofBaggage(String header) {
        int at = header.length() > LONGEST ? -1 : header.indexOf(IN_BAGGAGE);
        int start = at + IN_BAGGAGE.length();
        return at < 0 || start + TRACE_ID > header.length()
                ? Map.of()
                : context(header.substring(start, start + TRACE_ID), null);
    }

    private static Map<String, Map<String, Object>> context(String traceId, @Nullable String parent) {
        if (!TraceContext.isTraceId(traceId)) {
            return Map.of();
        }
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put(TraceContext.TRACE_ID, traceId);
        if (parent != null && TraceContext.isSpanId(parent)) {
            trace.put("parent_span_id", parent);
        }
        return Map.of(TraceContext.NAME, trace);
    }
}
