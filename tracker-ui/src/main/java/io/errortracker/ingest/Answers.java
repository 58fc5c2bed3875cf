package io.errortracker.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What is answered, with the headers that let SDKs and browsers understand it. */
final class Answers {
    private static final String RATE_LIMITS = "X-Sentry-Rate-Limits";
    private static final String RETRY_AFTER = "Retry-After";

    /** All categories by name: of a limit without names, clients except those that were named before. */
    private static final String CATEGORIES =
            "error;default;transaction;span;session;feedback;attachment;monitor;internal;replay;profile;log_item;trace_metric";

    private static final int MAX_ASKED = 500;

    private Answers() {}

    /** Lets a page read the answer, if it may send at all. */
    static void allow(IngestOrigins.Page page, HttpServletResponse response) {
        response.setHeader("Vary", "Origin");
        if (page.allowed() != null) {
            response.setHeader("Access-Control-Allow-Origin", page.allowed());
            response.setHeader("Access-Control-Expose-Headers", "x-sentry-error, x-sentry-rate-limits, retry-after");
        }
    }

    static void preflight(@Nullable String asked, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "POST");
        if (asked != null && isListOfNames(asked)) {
            response.setHeader("Access-Control-Allow-Headers", asked);
        }
        response.setHeader("Access-Control-Max-Age", "3600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static boolean isListOfNames(String text) {
        return text.length() <= MAX_ASKED
                && text.chars()
                        .allMatch(c -> c == '-'
                                || c == ','
                                || c == ' '
                                || c == '_'
                                || (c < 128 && Character.isLetterOrDigit(c)));
    }

    static void taken(Items.Outcome outcome, HttpServletResponse response) throws IOException {
        boolean nothing = outcome.taken() == 0 && !outcome.waits().isEmpty();
        if (!outcome.waits().isEmpty()) {
            limit(outcome.waits(), response);
        }
        String id = outcome.id() == null ? "" : "\"id\":\"" + outcome.id() + "\"";
        send(nothing ? 429 : 200, "{" + id + "}", response);
    }

    private static void limit(Map<String, Integer> waits, HttpServletResponse response) {
        StringJoiner limits = new StringJoiner(", ");
        waits.forEach((category, seconds) -> limits.add(seconds + ":" + category + ":key"));
        response.setHeader(RATE_LIMITS, limits.toString());
        int longest = waits.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        response.setHeader(RETRY_AFTER, Integer.toString(longest));
    }

    static void wait(int seconds, HttpServletResponse response) throws IOException {
        response.setHeader(RATE_LIMITS, seconds + ":" + CATEGORIES + ":key");
        response.setHeader(RETRY_AFTER, Integer.toString(seconds));
        problem(429, "too much is being sent", response);
    }

    static void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        problem(refusal.status(), refusal.reason(), response);
    }

    /** @param reason in plain ASCII without quotes: our own words */
    private static void problem(int status, String reason, HttpServletResponse response) throws IOException {
        response.setHeader("X-Sentry-Error", reason);
        send(status, "{\"detail\":\"" + reason + "\"}", response);
    }

    private static void send(int status, String json, HttpServletResponse response) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
