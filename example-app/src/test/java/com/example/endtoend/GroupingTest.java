package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.fault.Stock;
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
        var issues = TrackerApi.await(api::issues, all -> count(all) >= WAYS.size());

        assertThat(count(issues)).as("events of %s", issues).isEqualTo(WAYS.size());
        assertThat(issues)
                .as("issues of one fault in %s", Stock.class)
                .hasSize(1)
                .first()
                .satisfies(issue -> assertThat(issue.getString("culprit")).isEqualTo("Stock.take"));
    }

    private static int count(List<jakarta.json.JsonObject> issues) {
        return issues.stream()
                .mapToInt(issue -> Integer.parseInt(issue.getString("count")))
                .sum();
    }
}
