package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.alert.AlertRule;
import io.errortracker.alert.RuleText;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.ui.access.Visitor.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertPagesTest {
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
    void the_page_shows_rules_ways_and_deliveries() throws Exception {
        String page = get("/alerts").body();

        assertThat(page)
                .contains("spike 100% floor 10", "Checkout fails", "tag.section=checkout", "muted", "paused")
                .contains("ops@shop.example", "No bean of the application observes AlertFired")
                .contains(
                        "failed 1 time",
                        "Next try",
                        "It answered 410.",
                        "given up",
                        "href=\"/shop/errors/issues/SHOP-42\"")
                .contains("made here", "aria-current=\"page\">Alerts");
    }

    @Test
    void an_address_that_is_a_secret_is_shown_to_those_who_edit_only() throws Exception {
        assertThat(get("/alerts").body()).doesNotContain("B0/secret");
        String key = rule("Checkout fails").key();
        assertThat(get("/alerts/rule?key=" + encoded(key)).body()).contains("B0/secret");

        server.gate.letInAs(Role.VIEWER);
        assertThat(get("/alerts").body())
                .contains("Checkout fails")
                .doesNotContain("B0/secret", "<form method=\"post\" action=\"/shop/errors/alerts");
        assertThat(get("/alerts/rule?key=" + encoded(key)).statusCode()).isEqualTo(403);
        assertThat(get("/alerts/rule").statusCode()).isEqualTo(403);
    }

    @Test
    void a_viewer_and_a_forged_form_change_nothing() throws Exception {
        List<AlertRule> before = server.alerts.desk.rules();
        Map<String, String> rule =
                Map.of("name", "Mine", "when", "new issue", "key", "new-issue", "for", "1h", "way", "log");
        for (String button : List.of("save", "pause", "resume", "mute", "delete", "test", "again")) {
            assertThat(post("/alerts/" + button, rule, "forged").statusCode()).isEqualTo(403);
        }
        server.gate.letInAs(Role.VIEWER);
        for (String button : List.of("save", "pause", "resume", "mute", "delete", "test", "again")) {
            assertThat(post("/alerts/" + button, rule, OpenGate.TOKEN).statusCode())
                    .isEqualTo(403);
        }

        assertThat(server.alerts.desk.rules()).isEqualTo(before);
    }

    @Test
    void a_rule_is_made_edited_paused_muted_resumed_and_deleted() throws Exception {
        assertThat(press(
                                "save",
                                Map.of(
                                        "name",
                                        "Mine",
                                        "when",
                                        "10 events in 5m",
                                        "tags",
                                        "a=b, c=d e",
                                        "age",
                                        "<7d",
                                        "environment",
                                        "production",
                                        "actions",
                                        "log"))
                        .statusCode())
                .isEqualTo(303);
        AlertRule made = rule("Mine");
        assertThat(RuleText.of(made))
                .isEqualTo("Mine: 10 events in 5m, environment=production, tag.a=b, tag.c=\"d e\", age<7d -> log");
        assertThat(get("/alerts/rule?key=" + encoded(made.key())).body())
                .contains("value=\"10 events in 5m\"", "value=\"a=b, c=d e\"", "Delete this rule");

        press("save", Map.of("key", made.key(), "name", "Mine", "when", "20 events in 5m"));
        assertThat(RuleText.of(rule("Mine"))).isEqualTo("Mine: 20 events in 5m");
        press("pause", Map.of("key", made.key()));
        assertThat(rule("Mine").paused()).isTrue();
        press("resume", Map.of("key", made.key()));
        press("mute", Map.of("key", made.key(), "for", "1d"));
        assertThat(rule("Mine").isAwake(SampleShop.NOW)).isFalse();
        assertThat(rule("Mine").isAwake(SampleShop.NOW.plusSeconds(86_401))).isTrue();
        press("delete", Map.of("key", made.key()));
        assertThat(server.alerts.desk.rules()).extracting(AlertRule::name).doesNotContain("Mine");
    }

    @Test
    void a_configured_rule_can_be_changed_and_taken_back() throws Exception {
        press("save", Map.of("key", "high-volume", "name", "Many users", "when", "more than 10 users"));
        assertThat(RuleText.of(rule("Many users"))).contains("more than 10 users");
        assertThat(get("/alerts/rule?key=high-volume").body()).contains("Back to the configuration");

        press("delete", Map.of("key", "high-volume"));
        assertThat(RuleText.of(rule("Many users"))).contains("more than 50 users");
    }

    @Test
    void what_is_no_rule_is_shown_again_with_what_is_wrong() throws Exception {
        HttpResponse<String> answer = press("save", Map.of("name", "Mine", "when", "often"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("must be one of: new issue", "value=\"often\"");
        assertThat(press("save", Map.of("key", "nothing", "name", "x", "when", "new issue"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_preview_tells_how_often_it_would_have_fired_and_for_what() throws Exception {
        String tried = get("/alerts/rule?try=yes&name=Mine&when=" + encoded("20 events in 5m")
                        + "&environment=production")
                .body();
        assertThat(tried).contains("It would have fired 3 times in the last week.", "SHOP-1 PaymentDeclined");

        assertThat(get("/alerts/rule?try=yes&name=Mine&when=" + encoded("20 events in 5m") + "&environment=staging")
                        .body())
                .contains("It would not have fired in the last week.");
        assertThat(get("/alerts/rule?try=yes&name=Mine&when=" + encoded("spike 100% floor 10"))
                        .body())
                .contains("It would have fired 3 times in the last week.");
    }

    @Test
    void a_test_is_put_into_the_outbox_and_a_failed_message_is_sent_again() throws Exception {
        press("test", Map.of("way", "log"));
        Delivery test = server.alerts.desk.deliveries().get(0);
        assertThat(test.alert().kind()).isEqualTo(FiredAlert.Kind.TEST);

        Delivery failed = server.alerts.desk.deliveries().stream()
                .filter(delivery -> delivery.state() == Delivery.State.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(press("again", Map.of("id", String.valueOf(failed.id()))).statusCode())
                .isEqualTo(303);
        assertThat(server.alerts.desk.deliveries()).noneMatch(delivery -> delivery.state() == Delivery.State.FAILED);
        assertThat(press("again", Map.of("id", "99999")).statusCode()).isEqualTo(404);
        assertThat(press("test", Map.of("way", "pigeon")).statusCode()).isEqualTo(404);
    }

    private AlertRule rule(String name) {
        return server.alerts.desk.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.base() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> press(String button, Map<String, String> form) throws Exception {
        return post("/alerts/" + button, form, OpenGate.TOKEN);
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String token) throws Exception {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(server.base() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body + "&csrf=" + token))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
