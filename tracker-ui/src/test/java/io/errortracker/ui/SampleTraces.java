package io.errortracker.ui;

import io.errortracker.event.Span;
import io.errortracker.store.TraceStore;
import io.errortracker.store.TracedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One trace: a page, its request, what the server did for it, and the error on either side. */
final class SampleTraces implements TraceStore {
    static final String ASSOCIATED = "eb16ba8525f148138d25b581130450e2";
    static final String TRACE = "771a43a4192642f0b136d5159a501700";
    private static final Instant START = SampleShop.CLOCK.instant().minusSeconds(190);

    @Override
    public List<TracedEvent> events(String traceId, int limit) {
        return List.of(
                new TracedEvent(
                        "a".repeat(32),
                        20,
                        "SHOP-20",
                        "PaymentDeclined",
                        "card expired",
                        "java",
                        START.plusMillis(412)),
                new TracedEvent(
                        "b".repeat(32),
                        23,
                        "SHOP-23",
                        "TypeError",
                        "Cannot read properties of null (reading 'amount')",
                        "javascript",
                        START.plusMillis(640)));
    }

    @Override
    public Optional<TracedEvent> event(String eventId) {
        return eventId.equals(ASSOCIATED)
                ? Optional.of(
                        new TracedEvent(ASSOCIATED, 19, "SHOP-19", "RangeError", "no such cup", "javascript", START))
                : Optional.empty();
    }

    @Override
    public List<Span> spans(String traceId, int limit) {
        return List.of(
                span("1", null, true, "pageload", "/checkout", "ok", 0, 0, 1_404, "javascript"),
                span("2", "1", false, "resource.script", "/assets/main-4f1a.js", "ok", 200, 40, 180, "javascript"),
                span("3", "1", false, "http.client", "POST /shop/orders/42/pay", "error", 502, 310, 330, "javascript"),
                span("4", "3", true, "http.server", "POST /orders/{id}/pay", "internal_error", 500, 322, 309, "java"),
                span("5", "4", false, "db", "SELECT * FROM orders WHERE id = ?", "ok", 0, 330, 14, "java"),
                span("6", "4", false, "http.client", "POST /charge", "error", 402, 350, 270, "java"),
                span("7", "1", false, "ui.webvital.lcp", "Largest contentful paint", "ok", 0, 0, 690, "javascript"));
    }

    private static Span span(
            String id,
            @Nullable String parent,
            boolean segment,
            String op,
            String name,
            String status,
            int http,
            long at,
            long millis,
            String platform) {
        return new Span(
                TRACE,
                id.repeat(16),
                parent == null ? null : parent.repeat(16),
                segment,
                op,
                name,
                status,
                http,
                START.plusMillis(at),
                millis * 1_000,
                platform,
                "1.4.3",
                "production");
    }

    @Override
    public void record(List<Span> spans) {
        throw new UnsupportedOperationException();
    }
}
