package io.errortracker.event.json;

import io.errortracker.event.Span;
import io.errortracker.event.TraceContext;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the spans that Sentry's SDKs send: transactions with their spans, and the streamed spans of newer ones. */
final class SpanJson {
    /** Spans of one item. */
    static final int MAX_SPANS = 1_000;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final @Nullable String platform;
    private final @Nullable String release;
    private final @Nullable String environment;

    private SpanJson(@Nullable String platform, @Nullable String release, @Nullable String environment) {
        this.platform = platform;
        this.release = release;
        this.environment = environment;
    }

    /** A transaction: the segment first, then its spans. Empty when it has no trace or no times. */
    static List<Span> ofTransaction(JsonObject json) {
        Fields event = new Fields(json);
        SpanJson reader = new SpanJson(event.word("platform"), event.word("release"), event.word("environment"));
        return reader.transaction(event);
    }

    /** The spans of an item {@code span}, version 2. */
    static List<Span> streamed(JsonObject json) {
        SpanJson reader = new SpanJson(null, null, null);
        List<Span> spans = new ArrayList<>();
        for (JsonValue value : new Fields(json).list("items")) {
            Fields item = Fields.of(value);
            if (item != null && spans.size() < MAX_SPANS) {
                add(reader.streamed(item), spans);
            }
        }
        return spans;
    }

    private List<Span> transaction(Fields event) {
        List<Span> spans = new ArrayList<>();
        Fields contexts = event.object("contexts");
        Fields trace = contexts == null ? null : contexts.object("trace");
        if (trace == null) {
            return spans;
        }
        String name = event.word("transaction");
        add(span(trace, true, name == null ? "unnamed" : name, event, "timestamp"), spans);
        for (JsonValue value : event.list("spans")) {
            Fields span = Fields.of(value);
            if (span != null && spans.size() < MAX_SPANS) {
                String told = span.word("description");
                String op = span.word("op");
                add(span(span, false, told != null ? told : op != null ? op : "unnamed", span, "timestamp"), spans);
            }
        }
        return spans;
    }

    private @Nullable Span streamed(Fields item) {
        Attributes attributes = new Attributes(item.object("attributes"));
        SpanJson ofItem = new SpanJson(
                attributes.platform(), attributes.text("sentry.release"), attributes.text("sentry.environment"));
        Span span = ofItem.span(
                item, Boolean.TRUE.equals(item.bool("is_segment")), attributes.nameOf(item), item, "end_timestamp");
        return span == null ? null : attributes.complete(span);
    }

    /** @param ids where the ids, op and status are; times are in {@code times} */
    private @Nullable Span span(Fields ids, boolean segment, String name, Fields times, String endKey) {
        String traceId = id(ids, "trace_id");
        String spanId = id(ids, "span_id");
        Instant start = Times.read(times.value("start_timestamp"));
        Instant end = Times.read(times.value(endKey));
        if (traceId == null || spanId == null || start == null || end == null) {
            return null;
        }
        if (!TraceContext.isTraceId(traceId) || !TraceContext.isSpanId(spanId)) {
            return null;
        }
        String parent = id(ids, "parent_span_id");
        Fields data = ids.object("data");
        return new Span(
                traceId,
                spanId,
                parent != null && TraceContext.isSpanId(parent) ? parent : null,
                segment,
                ids.word("op"),
                name,
                ids.word("status"),
                data == null ? 0 : data.count("http.response.status_code", 0),
                start,
                micros(start, end),
                platform == null ? "other" : platform,
                release,
                environment);
    }

    private static long micros(Instant start, Instant end) {
        Duration took = Duration.between(start, end);
        if (took.isNegative()) {
            return 0;
        }
        return (took.compareTo(LONGEST) > 0 ? LONGEST : took).toNanos() / 1_000;
    }

    private static @Nullable String id(Fields fields, String key) {
        String id = fields.text(key);
        return id == null || id.length() > 36 ? null : id.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static void add(@Nullable Span span, List<Span> spans) {
        if (span != null) {
            spans.add(span);
        }
    }

    /** {@code {"sentry.op": {"value": "http.client", "type": "string"}}}. */
    private record Attributes(@Nullable Fields all) {
        @Nullable
        String text(String key) {
            Fields attribute = all == null ? null : all.object(key);
            return attribute == null ? null : attribute.word("value");
        }

        int count(String key) {
            Fields attribute = all == null ? null : all.object(key);
            return attribute == null ? 0 : attribute.count("value", 0);
        }

        String platform() {
            String sdk = text("sentry.sdk.name");
            if (sdk == null) {
                return "other";
            }
            return sdk.contains("node") ? "node" : sdk.contains("javascript") ? "javascript" : "other";
        }

        /** Segments are called {@code Pageload} or {@code GET} only, requests {@code GET localhost}: where to is in the attributes. */
        String nameOf(Fields item) {
            String name = item.word("name");
            String url = text("url.full");
            String path = text("url.path");
            if (name != null && (name.indexOf('/') >= 0 || (url == null && path == null))) {
                return name;
            }
            String method = text("http.request.method");
            String what = method != null ? method : name == null ? "" : name;
            String where = path != null ? path : url == null ? "unnamed" : withoutQuery(url);
            return what.isEmpty() ? where : what + " " + where;
        }

        private static String withoutQuery(String url) {
            int query = url.indexOf('?');
            return query < 0 ? url : url.substring(0, query);
        }

        Span complete(Span span) {
            return new Span(
                    span.traceId(),
                    span.spanId(),
                    span.parentId(),
                    span.segment(),
                    text("sentry.op"),
                    span.name(),
                    span.status(),
                    count("http.response.status_code"),
                    span.start(),
                    span.micros(),
                    span.platform(),
                    span.release(),
                    span.environment());
        }
    }
}
