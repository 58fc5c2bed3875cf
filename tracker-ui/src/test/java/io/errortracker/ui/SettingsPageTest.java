package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page Settings tells and changes. */
class SettingsPageTest {
    private PagesServer server;

    @BeforeEach
    void start() throws Exception {
        server = new PagesServer(SampleShop.filled(), SampleShop.CLOCK, 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_trace_shows_its_errors_and_its_spans_in_their_tree() throws Exception {
        assertThat(get("/traces/" + SampleTraces.TRACE))
                .contains(
                        "in the page",
                        "on the server",
                        "SHOP-20",
                        "7 spans within 1.40 s",
                        "depth-3\"><span class=\"op\">db");
        assertThat(get("/traces/nonsense")).contains("Nothing is here.");
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server.base() + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + OpenGate.TOKEN + "&" + form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void the_dsn_and_the_script_can_be_copied_as_text() throws Exception {
        String origin = server.base().substring(0, server.base().indexOf("/shop"));

        assertThat(get("/settings/copy/dsn"))
                .isEqualTo(origin.replace("://", "://" + server.ingest.keys().get(0) + "@") + "/shop/errors-ingest/1");
        assertThat(get("/settings/copy/script")).isEqualTo("<script src=\"/shop/errors-ingest/browser.js\"></script>");
        assertThat(get("/settings")).contains("https://www.shop.example", "@sentry/node");
    }

    @Test
    void the_script_can_be_pinned_to_its_content() throws Exception {
        assertThat(get("/settings/copy/pinned"))
                .contains("/shop/errors-ingest/browser.0123456789abcdef.js\"", "integrity=\"sha384-oqVu");
    }

    @Test
    void source_maps_that_the_application_itself_serves_are_warned_of() throws Exception {
        for (String page : new String[] {"/settings", "/releases"}) {
            assertThat(get(page))
                    .contains(
                            "The application itself serves source maps to everybody",
                            "/front-end/assets/index-Bx91.js.map");
        }
    }

    @Test
    void a_key_is_made_and_the_older_one_refused() throws Exception {
        assertThat(post("/settings/new-key", "").statusCode()).isEqualTo(303);
        assertThat(server.ingest.keys()).hasSize(2);
        assertThat(get("/settings")).contains("Refuse the older key");
        assertThat(post("/settings/retire-key", "").headers().firstValue("Location"))
                .contains("/shop/errors/settings?done=key-retired");
        assertThat(server.ingest.keys()).hasSize(1);
    }

    @Test
    void origins_are_kept_and_what_is_none_is_named() throws Exception {
        assertThat(post("/settings/origins", "origins=https%3A%2F%2Fa.example%0Ahttps%3A%2F%2Fb.example")
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.ingest.origins()).containsExactly("https://a.example", "https://b.example");

        HttpResponse<String> again = post("/settings/origins", "origins=%3Cb%3Enonsense");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Nothing was saved: &lt;b&gt;nonsense is not an origin");
        assertThat(server.ingest.origins()).hasSize(2);
    }

    @Test
    void what_clients_did_not_send_is_told_at_tracker_health() throws Exception {
        assertThat(get("/health"))
                .contains("Not sent by clients", "were left out by the client's sample rate", "9,112", "made up");
    }

    @Test
    void releases_tell_how_many_of_their_sessions_ended_well_by_environment() throws Exception {
        String all = get("/releases");
        assertThat(all).contains("of at most", "sessions in the last 14 days", "96.", " %", "class=\"crashed\"");
        assertThat(get("/releases?environment=nowhere")).contains("no sessions", "See how many sessions end well");
    }

    @Test
    void it_is_drawn_light_dark_and_narrow() throws Exception {
        Path folder = Path.of("target", "screenshots");
        Files.createDirectories(folder);
        try (Chromium browser = new Chromium()) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.screen(1360, 1000, scheme).open(server.base() + "/settings");
                Files.write(folder.resolve("settings-" + scheme + ".png"), browser.picture());
                browser.screen(390, 1500, scheme).open(server.base() + "/settings");
                browser.screen(1360, 700, scheme).open(server.base() + "/traces/" + SampleTraces.TRACE);
                Files.write(folder.resolve("trace-" + scheme + ".png"), browser.picture());
                browser.screen(390, 900, scheme).open(server.base() + "/traces/" + SampleTraces.TRACE);
                Files.write(folder.resolve("trace-narrow-" + scheme + ".png"), browser.picture());
                browser.screen(390, 1500, scheme).open(server.base() + "/settings");
                Files.write(folder.resolve("settings-narrow-" + scheme + ".png"), browser.picture());
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
