package io.errortracker.event;

import org.jspecify.annotations.Nullable;

/**
 * The trace an event is part of, in its context {@value #NAME}: what events of several programs about one request have in common.
 *
 * @since 0.1.0
 */
public final class TraceContext {
    /** Name of the context. */
    public static final String NAME = "trace";

    /** Key of the trace's id within it. */
    public static final String TRACE_ID = "trace_id";

    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    private TraceContext() {}

    /** The id of the event's trace: 32 lower-case hex digits; null when there is none. */
    public static @Nullable String idOf(ErrorEvent event) {
        return event.context(NAME, TRACE_ID) instanceof String id && isTraceId(id) ? id : null;
    }

    /** Whether this is the id of a trace: 32 lower-case hex digits that are not all zero. */
    public static boolean isTraceId(String text) {
        return isId(text, TRACE_DIGITS);
    }

    /** Whether this is the id of a span: 16 lower-case hex digits that are not all zero. */
    public static boolean isSpanId(String text) {
        return isId(text, SPAN_DIGITS);
    }

    private static boolean isId(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        boolean zero = true;
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
            zero &= c == '0';
        }
        return !zero;
    }
}
