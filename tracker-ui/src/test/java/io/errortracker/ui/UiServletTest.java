package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.health.DropReason;
import io.errortracker.store.IssueStore;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.SecurityHeaders;
import io.errortracker.ui.access.Visitor.Role;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as HTTP. */
class UiServletTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client = HttpClient.newHttpClient();
    private InMemoryIssueStore store;
    private PagesServer server;

    @BeforeEach
    void start() throws Exception {
        store = SampleShop.filled();
        server = new PagesServer(store, SampleShop.CLOCK, 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/issues/SHOP-20",
                "/issues/2",
                "/issues/SHOP-20/events",
                "/health",
                "/grouping",
                "/noise",
                "/noise/new",
                "/noise/1"
            })
    void every_page_is_there_and_carries_every_security_header(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        SecurityHeaders.ALL.forEach((name, value) ->
                assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.body()).doesNotContain(" style=", "<style", " onclick", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/issues",
                "/issues/NONE-1",
                "/issues/999999",
                "/issues/SHOP-20/events/00000000000000000000000000000000",
                "/issues/SHOP-20/events/..%2f..%2fetc",
                "/issues/SHOP-20/other",
                "/noise/99",
                "/noise/1/pause",
                "/noise/x",
                "/assets/x/nothing.js"
            })
    void what_is_not_there_is_a_404_page(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void an_asset_is_kept_by_the_browser_as_long_as_its_address_names_its_content() throws Exception {
        String page = get("/").body();
        int at = page.indexOf("/assets/");
        String path = page.substring(at, page.indexOf('"', at));

        assertThat(get(path).headers().firstValue("Cache-Control")).hasValue("private, max-age=31536000, immutable");
        assertThat(get("/assets/old/app.css").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(get("/assets/old/htmx.LICENSE.txt").body()).contains("BSD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/issues/SHOP-20/resolve",
                "/issues/bulk",
                "/theme",
                "/noise/new",
                "/noise/1",
                "/noise/1/pause",
                "/noise/1/delete",
                "/noise/default/bots/off"
            })
    void nothing_changes_without_the_token(String path) throws Exception {
        NoiseStore.Wishes wishes = server.noise.wishes();
        HttpResponse<String> answer = post(path, "action=resolve&id=2&theme=dark&exception=x&csrf=wrong");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(store.activity(2, 10)).hasSize(3);
        assertThat(server.noise.wishes()).isEqualTo(wishes);
    }

    @Test
    void a_viewer_chooses_a_theme_but_changes_no_issue() throws Exception {
        server.gate.letInAs(Role.VIEWER);

        assertThat(post("/issues/SHOP-20/resolve", "csrf=" + OpenGate.TOKEN).statusCode())
                .isEqualTo(403);
        assertThat(post("/theme", "theme=dark&csrf=" + OpenGate.TOKEN).statusCode())
                .isEqualTo(303);
        assertThat(get("/issues/SHOP-20/events/" + eventId() + "/json").statusCode())
                .isEqualTo(403);
        assertThat(get("/issues/SHOP-20/events/" + eventId() + "/markdown").body())
                .contains("PaymentDeclined")
                .doesNotContain("traceparent");
    }

    private String eventId() {
        return store.latestEvent(1).orElseThrow().event().id();
    }

    @Test
    void after_a_change_one_is_sent_back_to_a_page_of_ours_and_nowhere_else() throws Exception {
        String token = "csrf=" + OpenGate.TOKEN + "&next=";

        assertThat(post("/issues/1/resolve", token + "//evil.example/")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/shop/errors/issues/1?done=resolved&ids=1&was=unresolved");
        assertThat(post("/issues/1/reopen", token + "/shop/errors/%3Fq%3Dx")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/shop/errors/?q=x&done=unresolved&ids=1&was=resolved");
    }

    @Test
    void the_raw_json_is_the_event() throws Exception {
        HttpResponse<String> answer = get("/issues/SHOP-20/events/" + eventId() + "/json");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).startsWith("{").contains("\"event_id\":\"" + eventId() + "\"");
    }

    @Test
    void other_methods_are_refused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/issues/1")).DELETE().build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_store_that_cannot_be_read_and_a_page_that_fails_are_answers_and_never_exceptions() throws Exception {
        assertThat(listOn(new StoreUnavailableException(DropReason.STORE_UNAVAILABLE, "no", new RuntimeException())))
                .isEqualTo(503);
        assertThat(listOn(new IllegalStateException("no"))).isEqualTo(500);
    }

    private int listOn(RuntimeException failure) throws Exception {
        IssueStore broken = (IssueStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IssueStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("health")) {
                        return store.health();
                    }
                    throw failure;
                });
        try (PagesServer ill = new PagesServer(broken, SampleShop.CLOCK, 0)) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(ill.base() + "/")).build();
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server.base() + path);
    }
}
