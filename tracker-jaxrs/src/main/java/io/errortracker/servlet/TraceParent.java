package io.errortracker.servlet;

import java.util.Map;

/** The trace that a request belongs to, of W3C's header {@code traceparent}: {@code 00-<32 hex>-<16 hex>-01}. */
final class TraceParent {
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private TraceParent() {}

    /** The context {@code trace}; nothing when the header is not well-formed. */
    static Map<String, Map<String, Object>> contexts(String header) {
        if (!isWellFormed(header)) {
            return Map.of();
        }
        return Map.of(
                "trace",
                Map.of(
                        "trace_id", header.substring(TRACE_ID, SPAN_ID - 1),
                        "parent_span_id", header.substring(SPAN_ID, FLAGS - 1)));
    }

    private static boolean isWellFormed(String header) {
        if (header.length() < LENGTH || (header.length() > LENGTH && header.charAt(LENGTH) != '-')) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean isDash = i == TRACE_ID - 1 || i == SPAN_ID - 1 || i == FLAGS - 1;
            if (isDash ? header.charAt(i) != '-' : !isLowerHex(header.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
