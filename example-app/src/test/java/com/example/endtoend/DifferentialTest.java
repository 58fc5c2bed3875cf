package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.endtoend.Exchange.Answer;
import com.example.probe.rest.ListingApplication;
import com.example.probe.rest.ScanningApplication;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** One and the same application, without the tracker and with it: every answer is the same, byte for byte. */
@ArquillianTest
class DifferentialTest {

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "scan-bare", managed = false, testable = false)
    static WebArchive scanning() {
        return Wars.probe("scan-bare.war", ScanningApplication.class);
    }

    @Deployment(name = "scan-with", managed = false, testable = false)
    static WebArchive scanningTracked() {
        return Wars.tracked(Wars.probe("scan-with.war", ScanningApplication.class));
    }

    @Deployment(name = "list-bare", managed = false, testable = false)
    static WebArchive listing() {
        return Wars.probe("list-bare.war", ListingApplication.class);
    }

    @Deployment(name = "list-with", managed = false, testable = false)
    static WebArchive listingTracked() {
        return Wars.tracked(Wars.probe("list-with.war", ListingApplication.class));
    }

    @Test
    void an_application_that_is_scanned_answers_as_before() throws Exception {
        assertSame(answers("scan-bare"), answers("scan-with"));
    }

    @Test
    void an_application_that_lists_its_classes_answers_as_before() throws Exception {
        assertSame(answers("list-bare"), answers("list-with"));
    }

    private Map<Exchange, Answer> answers(String deployment) throws Exception {
        deployer.deploy(deployment);
        try {
            Map<Exchange, Answer> answers = new LinkedHashMap<>();
            var root = URI.create("http://127.0.0.1:8080/" + deployment + "/");
            for (var exchange : ProbeRequests.ALL) {
                answers.put(exchange, exchange.send(Exchange.client(), root).named(deployment, "probe-app"));
            }
            return answers;
        } finally {
            deployer.undeploy(deployment);
        }
    }

    private static void assertSame(Map<Exchange, Answer> bare, Map<Exchange, Answer> tracked) {
        assertThat(bare.get(Exchange.get("rest/scoped/ok")).body()).isEqualTo("ok");
        var softly = new SoftAssertions();
        bare.forEach((exchange, answer) -> {
            var with = tracked.get(exchange);
            softly.assertThat(with.withoutFrames()).as(exchange.toString()).isEqualTo(answer.withoutFrames());
        });
        softly.assertAll();
        System.out.printf("differential: exchanges=%d same=%d%n", bare.size(), bare.size());
    }
}
