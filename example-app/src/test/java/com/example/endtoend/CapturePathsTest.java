package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.endtoend.Exchange.Answer;
import com.example.probe.rest.ListingApplication;
import com.example.probe.rest.ScanningApplication;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Every way to fail makes exactly one event, however many layers see it; what is no failure of the host's makes none. */
@ArquillianTest
class CapturePathsTest {

    /** A number in the query tells which request an event belongs to. */
    private static final String MARK = "mark";

    /** An answer of 500 or more that the host gives itself: nothing was thrown. */
    private static final Set<String> ANSWERED_BY_THE_HOST = Set.of(
            "rest/scoped/response/500", "servlet/send-500", "servlet/send-503", "servlet/set-500", "async/timeout");

    /**
     * Thrown by a servlet that the host forwarded to, and caught by the host. The servers answer 500 nevertheless; whether they tell
     * anybody of the failure is up to them: WildFly logs it, Payara does not.
     */
    private static final Set<String> CAUGHT_BY_THE_HOST = Set.of("servlet/forward-caught", "filtered/swallowed");

    /** Failures that the status does not tell; TomEE breaks the connection off instead of answering for a first half. */
    private static final Set<String> FAILED_WITHOUT_A_STATUS =
            Set.of("servlet/committed", "servlet/logged", "rest/scoped/streaming", "async/first-half");

    /** Servers whose JAX-RS clients ask no library for its features: what an application asks with CXF, nobody is told of. */
    private static final Set<String> SILENT_CLIENTS = Set.of("tomee");

    /** What Payara fails with, and logs, whenever a request that was suspended is resumed with a failure. */
    private static final String OF_THE_SERVER = "Internal org.glassfish.grizzly.http.server.Response has not been set";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "scanning", managed = false, testable = false)
    static WebArchive scanning() {
        return tracked("scanning.war", ScanningApplication.class);
    }

    @Deployment(name = "listing", managed = false, testable = false)
    static WebArchive listing() {
        return tracked("listing.war", ListingApplication.class);
    }

    @Deployment(name = "logging", managed = false, testable = false)
    static WebArchive logging() {
        return tracked("logging.war", ScanningApplication.class);
    }

    @Deployment(name = "neighbour", managed = false, testable = false)
    static WebArchive neighbour() {
        return Wars.probe("neighbour.war", ScanningApplication.class);
    }

    private static WebArchive tracked(String name, Class<?> application) {
        return Wars.configured(Wars.tracked(Wars.probe(name, application)), "tracker.capture-arguments=full");
    }

    @Test
    void an_application_that_is_scanned_has_one_event_for_each_failure() throws Exception {
        assertOneEventForEachFailure("scanning");
    }

    @Test
    void an_application_that_lists_its_classes_has_one_event_for_each_failure() throws Exception {
        assertOneEventForEachFailure("listing");
    }

    @Test
    void the_log_records_of_another_application_are_not_taken() throws Exception {
        deployer.deploy("logging");
        deployer.deploy("neighbour");
        try {
            Exchange.get("servlet/logged").send(Exchange.client(), root("neighbour"));
            Exchange.get("servlet/logged?mark=own").send(Exchange.client(), root("logging"));

            var api = new TrackerApi(root("logging"));
            api.await(event -> "own".equals(event.queryParameter(MARK)));
            assertThat(api.events()).hasSize(1);
        } finally {
            deployer.undeploy("neighbour");
            deployer.undeploy("logging");
        }
    }

    private void assertOneEventForEachFailure(String deployment) throws Exception {
        deployer.deploy(deployment);
        try {
            var answers = askEverything(deployment);
            var events = eventsAfterAll(deployment);
            assertCounts(answers, events);
            assertDetails(events);
        } finally {
            deployer.undeploy(deployment);
        }
    }

    private static Map<Exchange, Answer> askEverything(String deployment) throws Exception {
        Map<Exchange, Answer> answers = new LinkedHashMap<>();
        for (var exchange : ProbeRequests.ALL) {
            answers.put(exchange, marked(exchange, answers.size()).send(Exchange.client(), root(deployment)));
        }
        return answers;
    }

    private static Exchange marked(Exchange exchange, int number) {
        var path = exchange.path() + (exchange.path().contains("?") ? "&" : "?") + MARK + "=" + number;
        return new Exchange(exchange.method(), path, exchange.headers(), exchange.body());
    }

    /** The worker takes events in their order: when the last one is there, so are all before it. */
    private static Map<Exchange, List<SeenEvent>> eventsAfterAll(String deployment) throws Exception {
        Exchange.get("servlet/runtime?mark=last").send(Exchange.client(), root(deployment));
        var api = new TrackerApi(root(deployment));
        api.await(event -> "last".equals(event.queryParameter(MARK)));
        var byMark = api.events().stream()
                .filter(event -> !event.value().equals(OF_THE_SERVER))
                .collect(Collectors.groupingBy(event -> String.valueOf(event.queryParameter(MARK))));
        byMark.remove("last");
        Map<Exchange, List<SeenEvent>> events = new LinkedHashMap<>();
        for (var exchange : ProbeRequests.ALL) {
            var found = byMark.remove(Integer.toString(events.size()));
            events.put(exchange, found == null ? List.of() : found);
        }
        assertThat(byMark).as("events of no request").isEmpty();
        return events;
    }

    private static void assertCounts(Map<Exchange, Answer> answers, Map<Exchange, List<SeenEvent>> events) {
        var softly = new SoftAssertions();
        var captured = 0;
        for (var exchange : answers.keySet()) {
            if (isCaughtByTheHost(exchange)) {
                softly.assertThat(events.get(exchange))
                        .as("events of %s", exchange)
                        .hasSizeLessThanOrEqualTo(1);
                continue;
            }
            var expected = isFailure(exchange, answers.get(exchange)) ? 1 : 0;
            captured += expected;
            softly.assertThat(events.get(exchange))
                    .as(
                            "events of %s, which was answered with %d",
                            exchange, answers.get(exchange).status())
                    .hasSize(expected);
        }
        softly.assertAll();
        System.out.printf("capture paths: requests=%d events=%d%n", answers.size(), captured);
    }

    private static boolean isFailure(Exchange exchange, Answer answer) {
        var path = pathOf(exchange);
        return FAILED_WITHOUT_A_STATUS.contains(path) || answer.status() >= 500 && !ANSWERED_BY_THE_HOST.contains(path);
    }

    private static boolean isCaughtByTheHost(Exchange exchange) {
        return CAUGHT_BY_THE_HOST.contains(pathOf(exchange));
    }

    private static String pathOf(Exchange exchange) {
        return exchange.path().replaceFirst("\\?.*", "");
    }

    private static void assertDetails(Map<Exchange, List<SeenEvent>> events) {
        var fail = only(events, "rest/scoped/fail/7?amount=3");
        assertThat(fail.types()).containsExactly("IllegalStateException");
        assertThat(fail.value()).isEqualTo("the cellar is empty");
        assertThat(fail.culprit()).contains("Cellar.fetch");
        assertThat(fail.mechanism()).isEqualTo("jaxrs");
        assertThat(fail.handled()).isEqualTo("false");
        assertThat(fail.method()).isEqualTo("GET");
        assertThat(fail.entryPoint()).isEqualTo("GET /rest/scoped/fail/{id}");
        assertThat(fail.arguments("ScopedResource.fail").toString()).isEqualTo("{\"id\":\"7\",\"amount\":3}");

        assertThat(only(events, "rest/scoped/ejb/7").types()).contains("IllegalStateException");
        assertThat(only(events, "rest/scoped/wrapped").types())
                .containsExactly("IllegalArgumentException", "IllegalStateException");
        assertThat(only(events, "rest/scoped/mapped/503").types()).containsExactly("HostProblem");
        assertThat(only(events, "rest/scoped/guarded").culprit()).contains("GuardedFilter.filter");
        assertThat(only(events, "servlet/runtime").mechanism()).isEqualTo("servlet");
        assertThat(only(events, "servlet/runtime").culprit()).contains("FailingServlet.doGet");
        assertThat(only(events, "servlet/wrapped").types()).contains("IllegalStateException");
        assertThat(only(events, "async/second-half").culprit()).contains("AsyncServlet.doGet");

        var calling = only(events, "rest/scoped/calling");
        assertThat(calling.calls())
                .isEqualTo(
                        SILENT_CLIENTS.contains(System.getProperty("arquillian.launch"))
                                ? List.of()
                                : List.of("GET /rest/scoped/nowhere without a status", "GET /rest/scoped/nowhere 404"));
        assertThat(calling.json().toString()).doesNotContain("not-to-be-told");

        var logged = only(events, "servlet/logged");
        assertThat(logged.mechanism()).isEqualTo("logging");
        assertThat(logged.value()).isEqualTo("only in the log");
        assertThat(logged.breadcrumbs()).contains("a line before the failure");
        assertThat(logged.tag("logger")).isEqualTo("com.example.probe.web.FailingServlet");

        var runtimes = new TreeSet<String>();
        events.values().forEach(list -> list.forEach(event -> runtimes.add(event.issue())));
        assertThat(runtimes).as("different failures, different issues").hasSizeGreaterThan(10);
    }

    private static SeenEvent only(Map<Exchange, List<SeenEvent>> events, String path) {
        return events.get(Exchange.get(path)).get(0);
    }

    private static URI root(String deployment) {
        return URI.create("http://127.0.0.1:8080/" + deployment + "/");
    }
}
