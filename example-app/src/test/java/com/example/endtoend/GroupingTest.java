package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.fault.Stock;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** One fault is one issue, however the call got there: through what this server makes of beans, and what this Java makes of calls. */
@ArquillianTest
class GroupingTest {
    private static final List<String> WAYS = List.of(
            "plain",
            "subclass",
            "scoped",
            "watched",
            "stateless",
            "lambda",
            "stream",
            "cold",
            "hot",
            "executor",
            "future",
            "wrapped");

    @ArquillianResource
    private URI root;

    @Deployment(testable = false)
    static WebArchive faults() {
        return Wars.tracked(Wars.faults("faults.war"));
    }

    @Test
    void a_fault_is_one_issue_through_every_proxy_thread_and_wrapper() throws Exception {
        for (var way : WAYS) {
            var answer = Exchange.get("fault/" + way + "?amount=none-" + way).send(Exchange.client(), root);
            assertThat(answer.status()).as(way).isEqualTo(500);
        }

        var api = new TrackerApi(root);
        var issues = TrackerApi.await(() -> issues(api, "NumberFormatException"), all -> count(all) >= WAYS.size());

        assertThat(count(issues)).as("events of %s", issues).isEqualTo(WAYS.size());
        assertThat(issues)
                .as("issues of one fault in %s", Stock.class)
                .hasSize(1)
                .first()
                .satisfies(issue -> assertThat(issue.getString("culprit")).isEqualTo("Stock.take"));
    }

    @Test
    void a_guard_is_known_by_its_code_and_its_callers_are_to_blame() throws Exception {
        for (var way : List.of("half", "twice", "half")) {
            Exchange.get("fault/" + way + "?amount=none").send(Exchange.client(), root);
        }

        var api = new TrackerApi(root);
        var issues = TrackerApi.await(() -> issues(api, "odd: "), all -> count(all) >= 3);

        assertThat(issues)
                .extracting(issue -> issue.getString("culprit") + " " + issue.getString("count"))
                .containsExactlyInAnyOrder("Sums.half 2", "Sums.twice 1");
    }

    private static List<JsonObject> issues(TrackerApi api, String title) {
        return api.issues().stream()
                .filter(issue -> issue.getString("title").contains(title))
                .toList();
    }

    private static int count(List<JsonObject> issues) {
        return issues.stream()
                .mapToInt(issue -> Integer.parseInt(issue.getString("count")))
                .sum();
    }
}
