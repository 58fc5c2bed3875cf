package io.errortracker.ui.mount;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.IssueQuery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The small items, from the ingest to the pages. */
class SentItemsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String EVENT = "eb16ba8525f148138d25b581130450e2";

    private final WholeTracker tracker = new WholeTracker(KEY, Path.of("target"));

    @AfterEach
    void close() {
        tracker.close();
    }

    private void send(String type, String payload) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(tracker.base() + "/errors-ingest/api/1/envelope/?sentry_key=" + KEY))
                .POST(HttpRequest.BodyPublishers.ofString("{}\n{\"type\":\"" + type + "\"}\n" + payload))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private String page(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(tracker.base() + path)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void feedback_is_readable_with_who_wrote_it_and_the_error_it_is_about() throws Exception {
        send("event", "{\"event_id\":\"" + EVENT + "\",\"message\":\"no such cup\"}");
        send(
                "feedback",
                "{\"contexts\":{\"feedback\":{\"message\":\"I cannot pay\",\"name\":\"Jane\",\"contact_email\":"
                        + "\"jane@example.com\",\"associated_event_id\":\"" + EVENT + "\"}}}");

        String shortId = tracker.settled().issues().issues(IssueQuery.unresolved()).issues().stream()
                .filter(issue ->
                        issue.value().equals("I cannot pay") || issue.type().contains("I cannot pay"))
                .findFirst()
                .orElseThrow()
                .shortId();

        assertThat(page("/errors/issues/" + shortId))
                .contains("I cannot pay", "Jane", "no such cup", "/events/" + EVENT);
    }

    @Test
    void a_minified_event_is_told_by_the_api_as_its_source_map_has_it() throws Exception {
        String url = "https://shop.example/shop/assets/app.js";
        send(
                "event",
                "{\"release\":\"1.4.2\",\"platform\":\"javascript\",\"exception\":{\"values\":[{\"type\":\"RangeError\",\"value\":\"no\","
                        + "\"stacktrace\":{\"frames\":[" + frame(url, "n.total", 80) + "," + frame(url, "o", 143)
                        + "]}}]}}");
        Path built = Path.of("../tracker-core/src/test/resources/symbolicate/dist/assets");
        ArtifactStore artifacts = tracker.settled().artifacts();
        assertThat(api("issues/SHOP-1/events/latest/")).contains("\"app.js\"").doesNotContain("cart.ts");

        artifacts.keep(
                "a".repeat(40),
                "1.4.2",
                null,
                List.of(
                        file(ArtifactFile.Kind.MINIFIED, built.resolve("app.js")),
                        file(ArtifactFile.Kind.SOURCE_MAP, built.resolve("app.js.map"))));

        assertThat(api("issues/SHOP-1/events/latest/"))
                .contains(
                        "\"src/cart.ts\"",
                        "\"lineTotal\"",
                        "\"lineNo\":21",
                        "cannot be in the basket",
                        "function lineTotal(line: Line): number {");
        assertThat(api("issues/SHOP-1/events/?full=true")).contains("\"src/cart.ts\"");
    }

    private static String frame(String url, String function, int column) {
        return "{\"filename\":\"" + url + "\",\"function\":\"" + function + "\",\"lineno\":1,\"colno\":" + column + "}";
    }

    private static ArtifactFile.Content file(ArtifactFile.Kind kind, Path file) throws IOException {
        return new ArtifactFile.Content(kind, "~/assets/" + file.getFileName(), null, null, Files.readAllBytes(file));
    }

    private String api(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tracker.base() + "/errors/api/0/" + path))
                .header("Authorization", "Bearer " + WholeTracker.TOKEN)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void a_session_that_is_told_of_four_times_counts_once() throws Exception {
        String start = "{\"sid\":\"5f1d9a0c47e24b6d8a3e92c17b60d4f8\",\"started\":\"" + Instant.now()
                + "\",\"attrs\":{\"release\":\"shop@1.4.2\",\"environment\":\"production\"}";
        send("session", start + ",\"init\":true,\"status\":\"ok\",\"errors\":0}");
        send("session", start + ",\"status\":\"ok\",\"errors\":1}");
        send("session", start + ",\"status\":\"ok\",\"errors\":1}");
        send("session", start + ",\"status\":\"crashed\",\"errors\":2}");
        send("event", "{\"message\":\"behind them\"}");
        tracker.settled();

        assertThat(page("/errors/releases"))
                .contains("shop@1.4.2", "0 %", "1 session in the last 14 days, 1 with an error, 1 crashed");
    }

    @Test
    void what_a_client_did_not_send_is_told_at_tracker_health() throws Exception {
        send(
                "client_report",
                "{\"discarded_events\":[{\"reason\":\"ratelimit_backoff\",\"category\":\"error\",\"quantity\":3}]}");

        assertThat(page("/errors/health")).contains("had asked the client to send less");
    }
}
