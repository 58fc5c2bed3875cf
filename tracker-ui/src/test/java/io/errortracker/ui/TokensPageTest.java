package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.ApiToken;
import io.errortracker.ui.access.ApiScope;
import io.errortracker.ui.access.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** How people make tokens of the web API and revoke them. */
class TokensPageTest {
    private static final Pattern TOKEN = Pattern.compile("ett_[A-Za-z0-9_-]{43}");
    private static final String BUILD = "name=CI+of+the+front+end&scope=upload&days=90";

    private PagesServer server;

    @BeforeEach
    void start() throws Exception {
        server = new PagesServer(SampleShop.filled(), SampleShop.CLOCK, 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server.base() + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String signed(String form) {
        return "csrf=" + OpenGate.TOKEN + "&" + form;
    }

    @Test
    void a_token_is_shown_once_and_only_its_ending_after_that() throws Exception {
        HttpResponse<String> made = post("/settings/tokens", signed(BUILD));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        Matcher shown = TOKEN.matcher(made.body());
        assertThat(shown.find()).isTrue();
        String token = shown.group();
        ApiToken kept = server.madeTokens.tokens().get(0);
        assertThat(kept.scopes()).containsExactly("upload");
        assertThat(kept.author()).isEqualTo("jo");
        assertThat(kept.expires()).isEqualTo(kept.made().plus(Duration.ofDays(90)));

        String list = get("/settings/tokens");
        assertThat(list).contains("CI of the front end", "ett_…" + token.substring(43), "made by jo", "in 3 mo");
        assertThat(TOKEN.matcher(list).find()).isFalse();
    }

    @Test
    void the_same_form_sent_again_makes_no_second_token() throws Exception {
        post("/settings/tokens", signed(BUILD));
        HttpResponse<String> again = post("/settings/tokens", signed(BUILD));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("there is a token of that name");
        assertThat(server.madeTokens.tokens()).hasSize(1);
    }

    @Test
    void what_is_missing_is_named_and_what_was_typed_stays() throws Exception {
        for (String form : Set.of(
                "scope=upload&days=30",
                "name=x&days=30",
                "name=x&scope=upload",
                "name=x&scope=upload&days=31",
                "name=x&scope=all&days=30",
                "name=" + "x".repeat(101) + "&scope=read&days=0")) {
            HttpResponse<String> answer = post("/settings/tokens", signed(form));
            assertThat(answer.statusCode()).as(form).isEqualTo(422);
            assertThat(answer.body()).contains("Nothing was made");
        }
        assertThat(post("/settings/tokens", signed("name=%3Cb%3E&days=30&scope=nothing"))
                        .body())
                .contains("value=\"&lt;b>\"");
        assertThat(server.madeTokens.tokens()).isEmpty();
    }

    @Test
    void a_token_is_revoked_by_its_number() throws Exception {
        post("/settings/tokens", signed(BUILD));
        long id = server.madeTokens.tokens().get(0).id();

        assertThat(get("/settings/tokens")).contains("Revoke CI of the front end");
        HttpResponse<String> answer = post("/settings/tokens/revoke", signed("id=" + id));

        assertThat(answer.headers().firstValue("Location")).contains("/shop/errors/settings/tokens?done=token-revoked");
        assertThat(server.madeTokens.tokens()).isEmpty();
        assertThat(post("/settings/tokens/revoke", signed("id=nonsense")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void without_the_forms_own_word_or_as_a_viewer_nothing_is_made_or_revoked() throws Exception {
        post("/settings/tokens", signed(BUILD));
        assertThat(post("/settings/tokens", "name=x&scope=read&days=30").statusCode())
                .isEqualTo(403);
        assertThat(post("/settings/tokens/revoke", "id=1").statusCode()).isEqualTo(403);

        server.gate.letInAs(Visitor.Role.VIEWER);
        assertThat(post("/settings/tokens", signed("name=x&scope=read&days=30")).statusCode())
                .isEqualTo(403);
        assertThat(post("/settings/tokens/revoke", signed("id=1")).statusCode()).isEqualTo(403);
        assertThat(get("/settings/tokens"))
                .contains("CI of the front end")
                .doesNotContain("Make token", "Revoke CI of the front end");
        assertThat(server.madeTokens.tokens()).hasSize(1);
    }

    @Test
    void those_of_the_configuration_are_listed_without_themselves() throws Exception {
        assertThat(get("/settings/tokens"))
                .contains("tracker.api.tokens", "from configuration", ">upload<")
                .doesNotContain("secret");
    }

    @Test
    void it_is_drawn_light_dark_and_narrow_and_works_by_hand() throws Exception {
        Path folder = Path.of("target", "screenshots");
        Files.createDirectories(folder);
        fill();
        try (Chromium browser = new Chromium()) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.screen(1360, 900, scheme).open(server.base() + "/settings/tokens");
                browser.find(".confirm summary").click();
                Files.write(folder.resolve("tokens-" + scheme + ".png"), browser.picture());
                browser.screen(390, 1500, scheme).open(server.base() + "/settings/tokens");
                Files.write(folder.resolve("tokens-narrow-" + scheme + ".png"), browser.picture());
            }
            browser.screen(1360, 900, "light").open(server.base() + "/settings/tokens");
            browser.find("#token-name").sendKeys("Nightly build");
            browser.find("form.card .button.primary").click();
            browser.until(page -> !browser.all("#token").isEmpty());
            Files.write(folder.resolve("token-made.png"), browser.picture());
            assertThat(browser.find("#token").getText()).matches(TOKEN);

            browser.open(server.base() + "/settings/tokens");
            WebElement row = browser.find(".tokens tbody tr");
            assertThat(row.getText()).contains("Nightly build");
            browser.find(".confirm summary").click();
            browser.find(".confirm .button").click();
            browser.until(page -> !browser.source().contains("Nightly build"));
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(server.madeTokens.tokens()).hasSize(3);
    }

    private void fill() {
        var made = server.tokens.made();
        made.make("Nagios", Set.of(ApiScope.READ), Duration.ofDays(10), "mara");
        made.make("Release bot of the warehouse team", Set.of(ApiScope.READ, ApiScope.UPLOAD), null, "jo");
        made.make("CI", Set.of(ApiScope.UPLOAD), Duration.ofDays(90), "jo");
        server.madeTokens.used(1, SampleShop.CLOCK.instant().minus(Duration.ofMinutes(200)));
    }
}
