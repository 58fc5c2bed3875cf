package io.errortracker.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work within a trace, as a Sentry SDK measured it. A whole transaction is the span that is a segment.
 *
 * @param traceId 32 lower-case hex digits; what belongs together
 * @param spanId 16 lower-case hex digits
 * @param parentId the span it is part of; null when it is part of none or unknown
 * @param segment whether it is the whole of what one program did: a transaction
 * @param op what kind of work: {@code http.client}; null when unknown
 * @param name what was done: {@code GET /api/items}
 * @param status {@code ok}, {@code error}, ...; null when unknown
 * @param httpStatus status of the HTTP answer; 0 when unknown
 * @param start when it began
 * @param micros how long it took, in microseconds; not negative
 * @param platform {@code javascript}, {@code node}, ...
 * @param release the version of the program; null when unknown
 * @param environment null when unknown
 * @since 0.1.0
 */
public record Span(
        String traceId,
        String spanId,
        @Nullable String parentId,
        boolean segment,
        @Nullable String op,
        String name,
        @Nullable String status,
        int httpStatus,
        Instant start,
        long micros,
        String platform,
        @Nullable String release,
        @Nullable String environment) {

    /** The same span at another time. */
    public Span startingAt(Instant newStart) {
        return new Span(
                traceId,
                spanId,
                parentId,
                segment,
                op,
                name,
                status,
                httpStatus,
                newStart,
                micros,
                platform,
                release,
                environment);
    }
}
