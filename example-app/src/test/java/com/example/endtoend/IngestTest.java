package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.rest.ScanningApplication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What Sentry's SDKs send is taken by a real server in every form they have. */
@ArquillianTest
class IngestTest {

    private static final String KEY = "5f1d9a0c47e24b6d8a3e92c17b60d4f8";

    @ArquillianResource
    URI probe;

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive probe() {
        return Wars.configured(
                Wars.tracked(Wars.probe("ingest.war", ScanningApplication.class)),
                "tracker.ingest.enabled=true",
                "tracker.ingest.keys=" + KEY,
                "tracker.release=1.4.3",
                "tracker.ingest.origins=https://www.shop.example");
    }

    private static byte[] envelope(String message) {
        return ("{\"sdk\":{\"name\":\"sentry.javascript.browser\"}}\n{\"type\":\"event\"}\n{\"platform\":\"javascript\","
                        + "\"exception\":{\"values\":[{\"type\":\"TypeError\",\"value\":\"" + message
                        + "\",\"stacktrace\":{\"frames\":[{\"filename\":\"https://shop.example/assets/" + message
                        + ".js\",\"function\":\"renderBasket\",\"lineno\":3,\"colno\":7,\"in_app\":true}]}}]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private HttpResponse<String> post(String key, BodyPublisher body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(probe.resolve("errors-ingest/api/1/envelope/?sentry_key=" + key))
                .POST(body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private void assertStored(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).as(message + answer.body()).isEqualTo(200);
        new TrackerApi(probe).await(event -> event.value().contains(message));
    }

    @Test
    void every_form_of_body_is_stored() throws Exception {
        assertStored(post(KEY, BodyPublishers.ofByteArray(envelope("plain")), "Content-Type", "text/plain"), "plain");
        assertStored(post(KEY, chunked(envelope("chunked"))), "chunked");
        assertStored(
                post(KEY, BodyPublishers.ofByteArray(gzip(envelope("gzipped"))), "Content-Encoding", "gzip"),
                "gzipped");
        assertStored(
                post(KEY, chunked(gzip(envelope("both"))), "Content-Encoding", "gzip", "Content-Type", "a/b"), "both");
        assertStored(
                post(
                        KEY,
                        BodyPublishers.ofByteArray(envelope("form")),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                "form");
    }

    @Test
    void a_page_of_a_listed_origin_may_send_and_no_other() throws Exception {
        var listed = post(KEY, BodyPublishers.ofByteArray(envelope("listed")), "Origin", "https://www.shop.example");
        assertStored(listed, "listed");
        assertThat(listed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://www.shop.example");
        assertThat(post(KEY, BodyPublishers.ofByteArray(envelope("x")), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        var preflight = client.send(
                HttpRequest.newBuilder(probe.resolve("errors-ingest/api/1/envelope/"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://www.shop.example")
                        .header("Access-Control-Request-Headers", "x-app")
                        .build(),
                BodyHandlers.ofString());
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("x-app");
    }

    @Test
    void what_is_wrong_is_refused_with_a_reason() throws Exception {
        assertThat(post("wrong", BodyPublishers.ofByteArray(envelope("x"))).statusCode())
                .isEqualTo(403);
        var broken = post(KEY, BodyPublishers.ofString("no envelope"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.headers().firstValue("X-Sentry-Error"))
                .contains("the envelope's header is not a JSON object");
        assertThat(post(KEY, chunked(new byte[(1 << 20) + 1])).statusCode()).isEqualTo(413);
    }

    @Test
    void the_browser_s_script_is_the_sdk_with_this_release() throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(probe.resolve("errors-ingest/browser.js"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .startsWith("/*! @sentry/browser, MIT License")
                .contains("\"key\":\"" + KEY + "\"", "\"release\":\"1.4.3\"");
    }
}
