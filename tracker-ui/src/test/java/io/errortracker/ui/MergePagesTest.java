package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.ui.access.Visitor.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merging, undoing and splitting, as HTTP. */
class MergePagesTest {
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
    void ticked_issues_are_merged_into_the_lowest_and_the_next_page_can_undo_it() throws Exception {
        String next = press("/issues/bulk", "action=merge&id=3&id=2&id=5");

        assertThat(server.merging.asked).containsExactly("merge [3, 2, 5] into 2 by jo");
        assertThat(next).isEqualTo("/shop/errors/?done=merged&ids=7&into=SHOP-23");
        assertThat(get(next)).contains("An issue was merged into SHOP-23.").contains("value=\"unmerge\"");
        press("/issues/bulk", "action=unmerge&id=7");
        assertThat(server.merging.asked).endsWith("undo 7 by jo");
    }

    @Test
    void one_ticked_issue_is_told_to_be_too_few() throws Exception {
        String next = press("/issues/bulk", "action=merge&id=3");

        assertThat(server.merging.asked).isEmpty();
        assertThat(get(next)).contains("Tick two issues or more");
    }

    @Test
    void an_issue_goes_into_the_one_that_was_typed() throws Exception {
        String next = press("/issues/SHOP-23/merge", "into=shop-20");

        assertThat(server.merging.asked).containsExactly("merge [2] into 1 by jo");
        assertThat(next).startsWith("/shop/errors/issues/SHOP-20?done=merged");
        assertThat(get(press("/issues/SHOP-23/merge", "into=SHOP-23"))).contains("There is no other issue");
        assertThat(get(press("/issues/SHOP-23/merge", "into=%3Cb%3E"))).contains("There is no other issue");
    }

    @Test
    void the_page_of_an_issue_tells_its_fingerprints_and_what_went_into_it() throws Exception {
        assertThat(get("/shop/errors/issues/SHOP-23"))
                .contains("3 fingerprints", "Split off", "Merged into this issue", "SHOP-44", "Undo");
        assertThat(get("/shop/errors/issues/SHOP-20")).contains("Merge into").doesNotContain("Split off");
    }

    @Test
    void a_fingerprint_becomes_an_issue_and_its_page_is_next() throws Exception {
        assertThat(press("/issues/SHOP-23/split", "fingerprint=" + "a".repeat(32)))
                .isEqualTo("/shop/errors/issues/SHOP-99");
        assertThat(get(press("/issues/SHOP-23/split", "fingerprint=nonsense"))).contains("Nothing was split off");
    }

    @Test
    void a_viewer_sees_the_history_but_no_button() throws Exception {
        server.gate.letInAs(Role.VIEWER);

        assertThat(get("/shop/errors/issues/SHOP-23"))
                .contains("3 fingerprints")
                .doesNotContain("Split off", "Merge into<", "/unmerge");
        assertThat(post("/issues/SHOP-23/merge", "into=SHOP-20").statusCode()).isEqualTo(403);
    }

    private String press(String path, String form) throws Exception {
        HttpResponse<String> answer = post(path, form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&csrf=" + OpenGate.TOKEN))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String get(String address) throws Exception {
        URI uri = URI.create(server.base()).resolve(address);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
