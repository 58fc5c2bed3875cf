package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.event.Span;
import org.jspecify.annotations.Nullable;

/** A row of table {@code span}. */
@Entity
@Table(name = "span")
class SpanRow {
    @Id
    long id;

    @Column(name = "trace_id")
    String traceId = "";

    @Column(name = "span_id")
    String spanId = "";

    @Column(name = "parent_id")
    @Nullable
    String parentId;

    boolean segment;

    @Nullable
    String op;

    String name = "";

    @Nullable
    String outcome;

    @Column(name = "http_status")
    int httpStatus;

    long started;
    long micros;
    String platform = "";

    @Column(name = "app_release")
    @Nullable
    String release;

    @Nullable
    String environment;

    static SpanRow of(long id, Span span) {
        SpanRow row = new SpanRow();
        row.id = id;
        row.traceId = Texts.column(span.traceId(), 32);
        row.spanId = Texts.column(span.spanId(), 16);
        row.parentId = Texts.optional(span.parentId(), 16);
        row.segment = span.segment();
        row.op = Texts.optional(span.op(), 100);
        row.name = Texts.column(span.name(), 500);
        row.outcome = Texts.optional(span.status(), 50);
        row.httpStatus = span.httpStatus();
        row.started = Micros.of(span.start());
        row.micros = span.micros();
        row.platform = Texts.column(span.platform(), 64);
        row.release = Texts.optional(span.release(), 250);
        row.environment = Texts.optional(span.environment(), 250);
        return row;
    }

    Span toSpan() {
        return new Span(
                traceId,
                spanId,
                parentId,
                segment,
                op,
                name,
                outcome,
                httpStatus,
                Micros.instant(started),
                micros,
                platform,
                release,
                environment);
    }
}
