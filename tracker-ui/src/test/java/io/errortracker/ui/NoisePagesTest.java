package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.ui.access.Visitor.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages about noise, as HTTP. */
class NoisePagesTest {
    private final HttpClient client = HttpClient.newHttpClient();
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
    void the_page_tells_each_rule_what_it_dropped_and_who_made_it() throws Exception {
        assertThat(text(get("/noise")))
                .contains("exception java.net.SocketTimeoutException")
                .contains("route GET /tracking/*")
                .contains("The carrier's test system sleeps at night · made by mara")
                .contains("user agent uptimerobot paused")
                .contains("exception com.acme.shop.Expected")
                .contains("off: tracker.ignore.own-pages=false")
                .contains("Client errors", "Bots", "Health checks", "Client aborts")
                .contains("Quota 20,000 events an hour");
    }

    @Test
    void a_rule_is_tried_on_stored_events_without_changing_anything() throws Exception {
        var before = server.noise.wishes();

        String page = text(get("/noise/new?try=yes&exception=PaymentDeclined"));

        assertThat(page)
                .contains("It would have dropped 6 of the last 180 events")
                .contains("SHOP-20 PaymentDeclined");
        assertThat(text(get("/noise/new?try=yes&exception=Nothing")))
                .contains("It would have dropped none of the last 180 events");
        assertThat(server.noise.wishes()).isEqualTo(before);
    }

    @Test
    void ignore_this_kind_proposes_a_rule_for_the_kind_of_an_issue() throws Exception {
        assertThat(get("/issues/SHOP-20").body()).contains("/noise/new?issue=SHOP-20");

        assertThat(get("/noise/new?issue=SHOP-20").body())
                .contains("value=\"com.acme.shop.payment.PaymentDeclined\"")
                .contains("value=\"POST /orders/{id}/pay\"")
                .contains("It would have dropped 6 of");
    }

    @Test
    void a_rule_is_made_changed_paused_resumed_and_deleted() throws Exception {
        assertThat(location(post("/noise/new", Map.of("exception", "java.io.IOException", "note", "flaky"))))
                .isEqualTo("/shop/errors/noise?done=rule-made");
        IgnoreRule made = server.noise.wishes().rules().get(0);
        assertThat(made.criteria()).isEqualTo(Criteria.NONE.exception("java.io.IOException"));
        assertThat(made.note()).isEqualTo("flaky");
        assertThat(made.author()).isEqualTo("jo");

        post("/noise/" + made.id(), Map.of("exception", "java.io.IOException", "status", "503"));
        assertThat(rule(made.id()).criteria().status()).isEqualTo("503");
        post("/noise/" + made.id() + "/pause", Map.of());
        assertThat(rule(made.id()).paused()).isTrue();
        post("/noise/" + made.id() + "/resume", Map.of());
        assertThat(rule(made.id()).paused()).isFalse();
        assertThat(location(post("/noise/" + made.id() + "/delete", Map.of())))
                .isEqualTo("/shop/errors/noise?done=rule-deleted");
        assertThat(server.noise.wishes().rules()).hasSize(3);
        assertThat(text(get("/noise?done=rule-deleted"))).contains("The rule and its counts are deleted.");
    }

    @Test
    void what_cannot_be_read_is_not_saved_and_told_at_its_field() throws Exception {
        HttpResponse<String> answer = post("/noise/new", Map.of("message", "(open", "note", "kept"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"(open\"", "value=\"kept\"", "aria-invalid=\"true\"")
                .contains("It must be an RE2 regular expression");
        assertThat(post("/noise/new", Map.of()).statusCode())
                .as("asks for nothing")
                .isEqualTo(422);
        assertThat(server.noise.wishes().rules()).hasSize(3);
    }

    @Test
    void a_default_rule_is_switched_off_and_on() throws Exception {
        post("/noise/default/bots/off", Map.of());
        assertThat(server.noise.wishes().switchedOff()).containsExactly("bots");
        assertThat(text(get("/noise"))).contains("Bots switched off");

        post("/noise/default/bots/on", Map.of());
        assertThat(server.noise.wishes().switchedOff()).isEmpty();
        assertThat(post("/noise/default/everything/off", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_viewer_sees_the_rules_and_changes_none() throws Exception {
        server.gate.letInAs(Role.VIEWER);

        assertThat(get("/noise").body())
                .contains("java.net.SocketTimeoutException")
                .doesNotContain("New rule", "/noise/1\"", "Switch off");
        assertThat(get("/noise/new").statusCode()).isEqualTo(403);
        assertThat(get("/noise/1").statusCode()).isEqualTo(403);
        assertThat(post("/noise/1/delete", Map.of()).statusCode()).isEqualTo(403);
        assertThat(server.noise.wishes().rules()).hasSize(3);
    }

    @Test
    void what_people_type_stays_text() throws Exception {
        String hostile = "<script>alert(1)</script>\"'\u202e";
        post("/noise/new", Map.of("message", hostile, "note", hostile));

        assertThat(get("/noise").body()).doesNotContain("<script>alert", "\u202e");
        assertThat(get("/noise/4").body()).doesNotContain("<script>alert").contains("&lt;script>alert(1)");
    }

    private IgnoreRule rule(long id) {
        return server.noise.wishes().rules().stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
    }

    /** The page's text on one line. */
    private static String text(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body()
                .replaceAll("<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.base() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&csrf=" + OpenGate.TOKEN))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
