package io.errortracker.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.errortracker.boot.TrackerRuntime;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.StackFrame;
import io.errortracker.event.TraceContext;
import io.errortracker.issue.Issue;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoredEvent;
import io.errortracker.ui.Chromium;
import io.errortracker.ui.mount.TrackedServer;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Unmodified clients of npm and Maven against the whole tracker: what each sends is stored, grouped and readable. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealClientsTest {
    private static final List<String> BROWSERS = List.of("b11", "b10", "b9", "b8", "b7");
    private static final List<String> NODES = List.of("n11", "n10", "n9", "n8", "n7");

    private Path home;
    private TrackedServer server;
    private Chromium browser;
    private final Map<String, List<StoredEvent>> byRelease = new LinkedHashMap<>();
    private final Map<Long, Issue> issues = new LinkedHashMap<>();
    private TrackerRuntime tracker;

    @BeforeAll
    void every_client_runs_once() throws Exception {
        home = NpmClients.install();
        server = new TrackedServer(home, Map.of("tracker.ingest.origins", "http://good.example"));
        try (Chromium opened = new Chromium()) {
            browser = opened;
            for (String client : BROWSERS) {
                NpmClients.bundle("browser-client.js", client, client + ".js");
                visit(client, client, "");
                visit(client, client, "");
            }
            visit("b11", "tunnelled", "/shop/errors-ingest/tunnel");
            NpmClients.bundle("react-client.jsx", "", "react.js");
            visit("react", "react", "");
            visit("react", "react", "");
            ourOwnScript();
            fromAForeignOrigin();
        }
        for (String client : NODES) {
            String wrote = NpmClients.run(Map.of("DSN", server.dsn()), 60, "node", "node-client.cjs", client, client);
            assertThat(wrote).as(client).contains("sent");
        }
        java();
        tracker = server.settled();
        read();
    }

    private void visit(String script, String release, String tunnel) throws Exception {
        page(script + ".html", "<div id=\"root\"></div><script src=\"" + script + ".js\"></script>");
        browser.open(server.origin() + "/shop/files/" + script + ".html?release=" + release + "&dsn="
                + encoded(server.dsn()) + "&tunnel=" + encoded(tunnel));
        browser.until(ExpectedConditions.titleIs("sent"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void page(String name, String body) throws Exception {
        Files.writeString(
                home.resolve(name),
                "<!doctype html><meta charset=\"utf-8\"><title>not yet</title><body>" + body + "</body>");
    }

    /** A page with nothing but our line fails, in a request of which the server fails too. */
    private void ourOwnScript() throws Exception {
        page(
                "own.html",
                "<script src=\"/shop/errors-ingest/browser.js\"></script><script>"
                        + "function orderFailed(status) { throw new Error('order failed with ' + status); }"
                        + "setTimeout(async () => { const answer = await fetch('/shop/orders/42');"
                        + " try { orderFailed(answer.status); } catch (failure) { Sentry.captureException(failure); }"
                        + " await Sentry.close(8000); document.title = 'sent'; }, 0);</script>");
        browser.open(server.origin() + "/shop/files/own.html");
        browser.until(ExpectedConditions.titleIs("sent"));
    }

    /** The official client of a page that may not send. */
    private void fromAForeignOrigin() throws Exception {
        browser.open(server.otherOrigin() + "/shop/files/b11.html?release=foreign&dsn=" + encoded(server.dsn()));
        browser.until(ExpectedConditions.titleIs("sent"));
    }

    private void java() {
        Sentry.init(options -> {
            options.setDsn(server.dsn());
            options.setRelease("java");
            options.setEnvironment("test");
            options.setTracesSampleRate(1.0);
            options.addInAppInclude("io.errortracker.clients");
            options.setEnableUncaughtExceptionHandler(false);
        });
        io.sentry.protocol.User user = new io.sentry.protocol.User();
        user.setId("42");
        user.setUsername("jane");
        Sentry.setUser(user);
        Sentry.setTag("component", "worker");
        Sentry.addBreadcrumb("Authenticated user jane", "auth");
        for (int order : new int[] {1001, 2002}) {
            try {
                PackingWorker.pack(order);
            } catch (IllegalStateException failure) {
                Sentry.captureException(failure);
            }
        }
        TransactionOptions bound = new TransactionOptions();
        bound.setBindToScope(true);
        ITransaction transaction = Sentry.startTransaction("pack", "task", bound);
        Sentry.captureMessage("Something went wrong in Java");
        transaction.finish();
        Sentry.flush(10_000);
        Sentry.close();
    }

    private void read() {
        for (Issue issue : tracker.issues()
                .issues(IssueQuery.unresolved().withStatus(null))
                .issues()) {
            issues.put(issue.id(), issue);
        }
        for (Issue issue : issues.values()) {
            tracker.issues().events(issue.id(), null, 100).events().forEach(stored -> byRelease
                    .computeIfAbsent(String.valueOf(stored.event().release()), release -> new ArrayList<>())
                    .add(stored));
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    private List<StoredEvent> events(String release, Predicate<ErrorEvent> which) {
        return byRelease.getOrDefault(release, List.of()).stream()
                .filter(stored -> which.test(stored.event()))
                .toList();
    }

    private static Predicate<ErrorEvent> thrown(String type) {
        return event -> event.thrown() != null && event.thrown().type().equals(type);
    }

    private static Set<Long> issuesOf(List<StoredEvent> events) {
        Set<Long> ids = new TreeSet<>();
        events.forEach(stored -> ids.add(stored.issueId()));
        return ids;
    }

    @Test
    void a_failure_in_a_page_is_one_issue_whatever_the_version_of_the_client() {
        Set<Long> all = new TreeSet<>();
        assertSoftly(softly -> {
            for (String client : BROWSERS) {
                List<StoredEvent> failures = events(client, thrown("TypeError"));
                softly.assertThat(failures).as(client).hasSize(2);
                softly.assertThat(events(client, event -> event.message() != null))
                        .as(client + " messages")
                        .hasSize(2);
                softly.assertThat(events(client, thrown("UnhandledRejection")))
                        .as(client + " rejections")
                        .hasSize(2);
                failures.forEach(stored -> readable(softly, client, stored.event(), "basket", client + ".js"));
                all.addAll(issuesOf(failures));
            }
            softly.assertThat(all).as("issues").hasSize(BROWSERS.size());
        });
    }

    private static void readable(
            org.assertj.core.api.SoftAssertions softly,
            String client,
            ErrorEvent event,
            String component,
            String file) {
        StackFrame frame = event.exceptions().get(0).frames().get(0);
        softly.assertThat(frame.file()).as(client + " file").isEqualTo(file);
        softly.assertThat(frame.line()).as(client + " line").isPositive();
        softly.assertThat(event.tags()).as(client + " tags").containsEntry("component", component);
        softly.assertThat(event.environment()).as(client + " environment").isEqualTo("test");
        softly.assertThat(event.user() == null ? null : event.user().id())
                .as(client + " user")
                .isEqualTo("42");
        softly.assertThat(event.breadcrumbs()).as(client + " breadcrumbs").isNotEmpty();
    }

    @Test
    void a_failure_in_node_is_one_issue_whatever_the_version_of_the_client() {
        Set<Long> all = new TreeSet<>();
        assertSoftly(softly -> {
            for (String client : NODES) {
                List<StoredEvent> failures = events(client, thrown("PaymentError"));
                softly.assertThat(failures).as(client).hasSize(2);
                softly.assertThat(events(client, event -> event.message() != null))
                        .as(client + " messages")
                        .hasSize(1);
                failures.forEach(stored -> readable(softly, client, stored.event(), "checkout", "node-client.cjs"));
                all.addAll(issuesOf(failures));
            }
            softly.assertThat(all).as("issues").hasSize(1);
        });
        Issue issue = issues.get(all.iterator().next());
        assertThat(issue.title()).startsWith("PaymentError: card declined for order");
        assertThat(issue.culprit()).isEqualTo("node-client.cjs.charge");
    }

    @Test
    void node_tells_local_variables_and_source() {
        StackFrame frame = events("n11", thrown("PaymentError"))
                .get(0)
                .event()
                .exceptions()
                .get(0)
                .frames()
                .get(0);

        assertThat(frame.variables()).containsKey("order");
        assertThat(frame.source()).isNotNull();
        assertThat(frame.source().line()).contains("throw new PaymentError");
    }

    @Test
    void a_component_of_react_that_fails_is_one_issue_with_its_component_stack() {
        List<StoredEvent> failures = events("react", thrown("TypeError"));

        assertThat(failures).hasSize(2);
        assertThat(issuesOf(failures)).hasSize(1);
        Issue issue = issues.get(failures.get(0).issueId());
        assertThat(issue.type()).isEqualTo("TypeError");
        assertThat(failures.get(0).event().exceptions())
                .extracting(exception -> exception.type())
                .contains("React ErrorBoundary TypeError");
    }

    @Test
    void a_java_program_is_grouped_as_our_own_events_are() {
        List<StoredEvent> failures = events("java", thrown("IllegalStateException"));

        assertThat(failures).hasSize(2);
        assertThat(issuesOf(failures)).hasSize(1);
        assertThat(issues.get(failures.get(0).issueId()).culprit()).isEqualTo("PackingWorker.pack");
        assertThat(events("java", event -> event.message() != null)).hasSize(1);
    }

    @Test
    void a_tunnel_is_as_good_as_the_way_itself() {
        assertThat(events("tunnelled", thrown("TypeError"))).hasSize(1);
    }

    @Test
    void what_a_page_of_another_origin_sends_is_not_taken() {
        assertThat(byRelease).doesNotContainKey("foreign");
    }

    @Test
    void our_own_script_sends_environment_and_release_and_joins_the_page_s_error_to_the_server_s() {
        List<StoredEvent> own = byRelease.getOrDefault("shop@1.4.3", List.of());
        ErrorEvent inThePage = own.stream()
                .map(StoredEvent::event)
                .filter(event -> event.platform().equals("javascript"))
                .findFirst()
                .orElseThrow();
        ErrorEvent onTheServer = own.stream()
                .map(StoredEvent::event)
                .filter(event -> event.platform().equals("java"))
                .findFirst()
                .orElseThrow();

        assertThat(inThePage.environment()).isEqualTo("test");
        assertThat(inThePage.user()).isNull();
        assertThat(inThePage.thrown().value()).isEqualTo("order failed with 500");
        String trace = TraceContext.idOf(onTheServer);
        assertThat(trace).isNotNull().isEqualTo(TraceContext.idOf(inThePage));
        assertThat(tracker.traces().events(trace, 10))
                .extracting(event -> event.eventId())
                .containsExactlyInAnyOrder(inThePage.id(), onTheServer.id());
    }

    /** The table for people is what this run saw. */
    @Test
    void the_table_in_the_documentation_says_what_happened() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String client : BROWSERS) {
            rows.add(row("@sentry/browser " + NpmClients.version(client), client, "TypeError"));
        }
        rows.add(row("@sentry/react " + NpmClients.version("@sentry/react"), "react", "TypeError"));
        for (String client : NODES) {
            String name = "@sentry/node " + NpmClients.version(client);
            String more = client.equals("n7") ? " with @sentry/tracing " + NpmClients.version("@sentry/tracing") : "";
            rows.add(row(name + more, client, "PaymentError"));
        }
        rows.add(row(
                "io.sentry:sentry " + Sentry.class.getPackage().getImplementationVersion(),
                "java",
                "IllegalStateException"));
        Files.writeString(Path.of("target", "sentry-clients.txt"), String.join("\n", rows) + "\n");

        assertThat(Files.readString(Path.of("..", "docs", "sentry-clients.md")))
                .as("docs/sentry-clients.md holds the rows of target/sentry-clients.txt")
                .contains(rows);
    }

    private String row(String name, String release, String type) {
        List<StoredEvent> failures = events(release, thrown(type));
        ErrorEvent event = failures.get(0).event();
        Issue issue = issues.get(failures.get(0).issueId());
        StackFrame frame = event.exceptions().get(0).frames().get(0);
        int messages = events(release, one -> one.message() != null).size();
        int rejections = events(release, thrown("UnhandledRejection")).size();
        boolean spans = byRelease.get(release).stream()
                .map(stored -> TraceContext.idOf(stored.event()))
                .anyMatch(trace ->
                        trace != null && !tracker.traces().spans(trace, 1).isEmpty());
        return "| %s | %d | %d | %s: %s | %s | %s:%d | %d | %d | %s |"
                .formatted(
                        name,
                        failures.size(),
                        issuesOf(failures).size(),
                        issue.type(),
                        issue.value(),
                        issue.culprit() == null ? "" : "`" + issue.culprit() + "`",
                        frame.file(),
                        frame.line(),
                        messages,
                        rejections,
                        spans ? "yes" : "");
    }

    @Test
    void browser_os_and_device_are_parsed() {
        ErrorEvent event = events("b11", thrown("TypeError")).get(0).event();

        assertThat(String.valueOf(event.context("browser", "name"))).contains("Chrome");
        assertThat(event.context("client_os", "name")).isEqualTo("Linux");
    }
}
