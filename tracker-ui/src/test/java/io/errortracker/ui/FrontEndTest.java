package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.boot.TrackerRuntime;
import io.errortracker.client.NpmClient;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.StackFrame;
import io.errortracker.issue.Issue;
import io.errortracker.regroup.Regrouper;
import io.errortracker.store.IssueQuery;
import io.errortracker.ui.mount.WholeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The example's front end, built by Vite with Sentry's plugin, in a real browser: its minified failures are readable, whichever came first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontEndTest {
    private static final Path SOURCE = Path.of("../example-app/front-end");
    private static final String KEY = "5b0e5b0e5b0e5b0e5b0e5b0e5b0e5b0e";
    private static final String RELEASE = "tea-shop@1.4.2";

    /** The command line remembers there which server an organisation is on. */
    @TempDir
    Path home;

    private NpmClient npm;
    private Path served;
    private Chromium browser;

    @BeforeAll
    void install() {
        npm = NpmClient.install(SOURCE, "front-end", "vite");
        served = npm.home().resolve("dist");
        browser = new Chromium();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void maps_that_the_vite_plugin_uploaded_make_a_failure_readable_and_are_not_deployed() throws Exception {
        try (WholeTracker tracker = new WholeTracker(KEY, served)) {
            npm.run(environment(tracker), List.of("npm", "run", "build")).ok();
            assertThat(files(".map")).isEmpty();

            Issue issue = checkOut(tracker);

            assertThat(issue.culprit()).contains("cart.ts");
            isReadable(tracker, issue);
        }
    }

    @Test
    void a_map_that_the_command_line_uploads_after_the_failure_makes_it_readable_too() throws Exception {
        try (WholeTracker tracker = new WholeTracker(KEY, served)) {
            npm.run(
                            Map.of("OUT_DIR", served.toString(), "SENTRY_CLI_NO_TELEMETRY", "1"),
                            List.of("npm", "run", "build"))
                    .ok();
            assertThat(files(".map")).isEmpty();
            Issue issue = checkOut(tracker);
            String before = page(tracker, issue);
            assertThat(before).contains("shown as it came").doesNotContain("cart.ts");

            NpmClient sentry = NpmClient.install("sentry", "sentry");
            sentry.run(
                            npm.home(),
                            environment(tracker),
                            "sourcemap",
                            "upload",
                            "./maps",
                            "--release",
                            RELEASE,
                            "--no-rewrite")
                    .ok();

            isReadable(tracker, issue);
            assertThat(browser.source()).contains("Group stored events anew");
            tracker.settled().regrouper().apply(Regrouper.Selection.everything(), "", "test");
            fail(tracker);
            browser.until(driver -> events(tracker, issue) == 2);
            assertThat(unresolved(tracker)).hasSize(1);
        }
    }

    private Issue checkOut(WholeTracker tracker) {
        fail(tracker);
        browser.until(driver -> !unresolved(tracker).isEmpty());
        return unresolved(tracker).get(0);
    }

    /** Clicks as a customer does until the shop fails. */
    private void fail(WholeTracker tracker) {
        browser.open(tracker.base() + "/front-end/index.html");
        browser.until(driver -> !browser.all("#checkout").isEmpty());
        browser.find("#sign").click();
        browser.find("li button").click();
        browser.find("#checkout").click();
    }

    private static List<Issue> unresolved(WholeTracker tracker) {
        return tracker.settled().issues().issues(IssueQuery.unresolved()).issues();
    }

    private static long events(WholeTracker tracker, Issue issue) {
        return tracker.settled().issues().issue(issue.id()).orElseThrow().events();
    }

    private void isReadable(WholeTracker tracker, Issue issue) {
        TrackerRuntime runtime = tracker.settled();
        ErrorEvent event =
                runtime.issues().latestEvent(issue.id()).orElseThrow().event();
        StackFrame top =
                runtime.symbolicator().readable(event).event().thrown().frames().get(0);
        assertThat(top.file()).isEqualTo("src/cart.ts");
        assertThat(top.function()).isEqualTo("origin");
        assertThat(top.line()).isEqualTo(28);
        assertThat(top.inApp()).isTrue();
        assertThat(top.source().line()).isEqualTo("  return tea.origin!.country.toUpperCase();");
        assertThat(top.source().before()).contains("function origin(tea: Tea): string {");
        assertThat(event.user().id()).isEqualTo("42");
        assertThat(event.release()).isEqualTo(RELEASE);
        assertThat(event.breadcrumbs())
                .anySatisfy(crumb -> assertThat(crumb.message()).isEqualTo("One more Sencha"));
        assertThat(page(tracker, issue)).contains("cart.ts", "country.toUpperCase", "Minified");
    }

    private String page(WholeTracker tracker, Issue issue) {
        browser.open(tracker.base() + "/errors/issues/" + issue.shortId());
        return browser.source();
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(served)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private Map<String, String> environment(WholeTracker tracker) {
        Map<String, String> environment = new HashMap<>();
        environment.put("OUT_DIR", served.toString());
        environment.put("SENTRY_URL", tracker.base() + "/errors");
        environment.put("SENTRY_AUTH_TOKEN", WholeTracker.TOKEN);
        environment.put("SENTRY_ORG", "acme");
        environment.put("SENTRY_PROJECT", "shop");
        environment.put("SENTRY_CLI_NO_TELEMETRY", "1");
        environment.put("HOME", home.toString());
        return environment;
    }
}
