package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.rest.ScanningApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application nobody changed: one dependency more, nothing configured. */
@ArquillianTest
class StrangerTest {

    private static final Pattern ADDRESS = Pattern.compile("/stranger/errors[\\w/?=.-]*");

    @ArquillianResource
    URI stranger;

    @Deployment(testable = false)
    static WebArchive stranger() {
        return Wars.tracked(Wars.probe("stranger.war", ScanningApplication.class));
    }

    @Test
    void it_answers_as_before() throws Exception {
        assertThat(Exchange.get("rest/scoped/ok")
                        .send(Exchange.client(), stranger)
                        .body())
                .isEqualTo("ok");
        assertThat(Exchange.get("servlet/runtime")
                        .send(Exchange.client(), stranger)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void its_pages_are_closed_to_everybody() throws Exception {
        for (var path : List.of("errors", "errors/", "errors/issues/1", "errors/self", "errors/api/0/")) {
            var answer = Exchange.get(path).send(Exchange.client(), stranger);
            assertThat(answer.status()).as(path).isNotEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("IllegalStateException");
        }
    }

    @Test
    void the_log_says_where_the_pages_are_and_its_link_opens_them_once() throws Exception {
        Exchange.get("servlet/runtime").send(Exchange.client(), stranger);
        new TrackerApi(stranger).await(event -> event.culprit().contains("FailingServlet"));
        var link = addresses().stream()
                .filter(address -> address.length() > "/stranger/errors/".length() + 20)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The log names no link to sign in with"));

        var owner = Exchange.client();
        signIn(owner, link);
        assertThat(Exchange.get("errors/").send(owner, stranger).body()).contains("the servlet fails");

        var late = Exchange.client();
        signIn(late, link);
        assertThat(Exchange.get("errors/").send(late, stranger).body()).doesNotContain("the servlet fails");
    }

    /** The link leads to a page with one button, so that no mail scanner or preview uses it up. */
    private void signIn(HttpClient visitor, String link) throws Exception {
        var page = Exchange.get(stranger.resolve(link).toString()).send(visitor, stranger);
        var token = link.substring(link.indexOf("token=") + "token=".length());
        assertThat(page.headers().get("content-security-policy")).isNotEmpty();
        Exchange.post("errors/sign-in", "application/x-www-form-urlencoded", "token=" + token)
                .with("Origin", "http://" + stranger.getAuthority())
                .with("Sec-Fetch-Site", "same-origin")
                .send(visitor, stranger);
    }

    private static List<String> addresses() throws Exception {
        var log = Files.readString(Path.of(System.getProperty("server.log")), StandardCharsets.UTF_8);
        return ADDRESS.matcher(log).results().map(MatchResult::group).toList();
    }
}
