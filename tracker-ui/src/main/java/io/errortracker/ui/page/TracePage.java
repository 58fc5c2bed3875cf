package io.errortracker.ui.page;

import io.errortracker.event.Span;
import io.errortracker.event.TraceContext;
import io.errortracker.ui.page.TraceView.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What several programs did for one request: their errors, and their spans on one line of time.
 *
 * @since 0.1.0
 */
public final class TracePage {
    private static final int MOST = 300;
    private static final int DEEPEST = 8;

    public Answer show(Visit visit, String traceId) {
        if (!TraceContext.isTraceId(traceId)) {
            return Problem.notFound(visit);
        }
        List<Span> found = visit.site().traces().spans(traceId, MOST + 1);
        List<EventView.Related> events = RelatedEvents.ofTrace(visit, traceId);
        if (found.isEmpty() && events.isEmpty()) {
            return Problem.notFound(visit);
        }
        boolean more = found.size() > MOST;
        List<Span> spans = more ? found.subList(0, MOST) : found;
        Timeline timeline = Timeline.of(spans);
        TraceView view = new TraceView(
                Shell.of("Trace " + traceId.substring(0, 8), "issues", visit),
                traceId,
                summary(spans, timeline),
                events,
                new Tree(spans, timeline).rows(),
                more);
        return Answer.page("trace.jte", view);
    }

    private static String summary(List<Span> spans, Timeline timeline) {
        return spans.isEmpty()
                ? "No spans of this trace are stored."
                : Amount.of(spans.size(), "span") + " within " + took(timeline.micros());
    }

    private static String took(long micros) {
        if (micros < 1_000) {
            return micros + " µs";
        }
        if (micros < 10_000) {
            return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
        }
        return micros < 1_000_000 ? micros / 1_000 + " ms" : String.format(Locale.ROOT, "%.2f s", micros / 1_000_000.0);
    }

    /** From the first span's beginning to the last one's end. */
    private record Timeline(Instant start, long micros) {
        static Timeline of(List<Span> spans) {
            Instant start = null;
            Instant end = null;
            for (Span span : spans) {
                Instant ended = span.start().plusNanos(span.micros() * 1_000);
                start = start == null || span.start().isBefore(start) ? span.start() : start;
                end = end == null || ended.isAfter(end) ? ended : end;
            }
            return start == null || end == null
                    ? new Timeline(Instant.EPOCH, 1)
                    : new Timeline(
                            start, Math.max(1, Duration.between(start, end).toNanos() / 1_000));
        }

        String percentAt(Span span) {
            return percent(Duration.between(start, span.start()).toNanos() / 1_000, 99.5);
        }

        String percentOf(Span span) {
            return percent(Math.max(span.micros(), micros / 200), 100);
        }

        private String percent(long part, double most) {
            return String.format(Locale.ROOT, "%.2f%%", Math.min(most, 100.0 * part / micros));
        }
    }

    /** Spans below the one they are part of, in the order they began. */
    private static final class Tree {
        private final List<Span> spans;
        private final Timeline timeline;
        private final Map<String, List<Span>> children = new LinkedHashMap<>();
        private final List<Row> rows = new ArrayList<>();
        private final Set<Span> drawn = new HashSet<>();

        Tree(List<Span> spans, Timeline timeline) {
            this.spans = spans;
            this.timeline = timeline;
        }

        List<Row> rows() {
            Set<String> known = new HashSet<>();
            spans.forEach(span -> known.add(span.spanId()));
            for (Span span : spans) {
                String parent = span.parentId();
                if (parent != null) {
                    children.computeIfAbsent(parent, key -> new ArrayList<>()).add(span);
                }
            }
            for (Span span : spans) {
                if (span.parentId() == null || !known.contains(span.parentId())) {
                    draw(span, 0);
                }
            }
            // what is part of itself, by a client's mistake
            spans.forEach(span -> draw(span, 0));
            return List.copyOf(rows);
        }

        private void draw(Span span, int depth) {
            if (!drawn.add(span)) {
                return;
            }
            rows.add(row(span, Math.min(depth, DEEPEST)));
            if (depth < MOST) {
                children.getOrDefault(span.spanId(), List.of()).forEach(child -> draw(child, depth + 1));
            }
        }

        private Row row(Span span, int depth) {
            String status = span.status() == null ? "" : span.status();
            boolean failed = !(status.isEmpty() || status.equals("ok")) || span.httpStatus() >= 500;
            String shown = span.httpStatus() > 0 ? String.valueOf(span.httpStatus()) : failed ? status : "";
            return new Row(
                    depth,
                    failed ? "failed" : "",
                    ForeignText.plain(span.op() == null ? span.platform() : span.op()),
                    ForeignText.line(span.name()),
                    ForeignText.plain(shown),
                    took(span.micros()),
                    timeline.percentAt(span),
                    timeline.percentOf(span));
        }
    }
}
