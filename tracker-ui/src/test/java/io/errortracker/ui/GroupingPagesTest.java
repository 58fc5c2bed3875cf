package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.ui.access.Visitor.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules and regrouping, as HTTP. */
class GroupingPagesTest {
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
    void the_page_shows_the_rules_that_apply_those_of_the_configuration_and_what_was_regrouped() throws Exception {
        assertThat(get("/grouping").body())
                .contains("partner-timeout title=", "saved by mara", "logger:com.acme.batch.*", "Source maps of 1.4.2");
    }

    @Test
    void a_preview_tells_what_would_join_and_part_and_changes_nothing() throws Exception {
        String page = post("/grouping/preview", "rules=" + encoded(InMemoryRegrouping.RULES))
                .body();

        assertThat(page)
                .contains("Of 6 stored events, 1 issue would join another, and events would leave 1 issue.")
                .contains(
                        "Issues that would join another",
                        "SHOP-44",
                        "Events that would leave their issue",
                        ">Regroup<");
        assertThat(server.regrouping.asked).isEmpty();
    }

    @Test
    void rules_that_are_not_saved_can_be_previewed_but_not_applied() throws Exception {
        String page = post("/grouping/preview", "rules=" + encoded("type:* -> everything"))
                .body();

        assertThat(page).contains("which are not saved", "everything").doesNotContain(">Regroup<");
    }

    @Test
    void a_rule_that_cannot_be_understood_is_shown_again_with_the_reason() throws Exception {
        for (String button : new String[] {"preview", "save"}) {
            String page = post("/grouping/" + button, "rules=" + encoded("type:<b>x -> "))
                    .body();

            assertThat(page).contains("type:&lt;b&gt;x", "role=\"alert\"").doesNotContain("<b>x");
        }
        assertThat(server.regrouping.asked).isEmpty();
    }

    @Test
    void saved_rules_are_kept_under_the_name_of_who_saved_them() throws Exception {
        HttpResponse<String> answer = post("/grouping/save", "rules=" + encoded("type:A -> b\r\ntype:C -> d"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/shop/errors/grouping?done=grouping-saved");
        assertThat(server.regrouping.asked).containsExactly("keep by jo");
        assertThat(server.regrouping.newest().orElseThrow().body()).isEqualTo("type:A -> b\ntype:C -> d");
    }

    @Test
    void regrouping_and_undoing_are_done_by_name() throws Exception {
        post("/grouping/regroup", "");
        post("/grouping/undo", "id=2");
        post("/grouping/undo", "id=1");

        assertThat(server.regrouping.asked)
                .containsExactly("apply 3 moves, 1 joins by jo", "undo 2 by jo", "undo 1 by jo");
    }

    @Test
    void a_viewer_reads_the_rules_and_changes_nothing() throws Exception {
        server.gate.letInAs(Role.VIEWER);

        assertThat(get("/grouping").body())
                .contains("partner-timeout", " readonly")
                .doesNotContain(">Save<", ">Undo<");
        assertThat(post("/grouping/save", "rules=x").statusCode()).isEqualTo(403);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&csrf=" + OpenGate.TOKEN))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.base() + path)).build(), BodyHandlers.ofString());
    }
}
