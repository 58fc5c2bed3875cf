package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.rest.ScanningApplication;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that leaves takes everything of the tracker's along, but for what is stored. */
@ArquillianTest
class RedeployTest {

    private static final URI AGAIN = URI.create("http://127.0.0.1:8080/again/");

    private static final URI WATCHER = URI.create("http://127.0.0.1:8080/watcher/");

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "watcher", order = 1, testable = false)
    static WebArchive watcher() {
        return ShrinkWrap.create(WebArchive.class, "watcher.war").addPackage("com.example.probe.watch");
    }

    @Deployment(name = "again", managed = false, testable = false)
    static WebArchive again() {
        return Wars.tracked(Wars.probe("again.war", ScanningApplication.class));
    }

    @Test
    void after_undeployment_no_thread_and_no_open_file_of_ours_is_left_and_the_next_one_finds_the_events()
            throws Exception {
        assertThat(ours()).as("before").isEmpty();

        deployer.deploy("again");
        Exchange.get("servlet/runtime?round=1").send(Exchange.client(), AGAIN);
        var first = new TrackerApi(AGAIN).await(event -> "1".equals(event.queryParameter("round")));
        assertThat(ours()).as("while it runs").isNotEmpty();
        deployer.undeploy("again");
        assertThat(TrackerApi.await(RedeployTest::ours, List::isEmpty))
                .as("after")
                .isEmpty();

        deployer.deploy("again");
        try {
            Exchange.get("servlet/runtime?round=2").send(Exchange.client(), AGAIN);
            var second = new TrackerApi(AGAIN).await(event -> "2".equals(event.queryParameter("round")));
            assertThat(second.issue()).isEqualTo(first.issue());
            assertThat(new TrackerApi(AGAIN).events()).hasSize(2);
        } finally {
            deployer.undeploy("again");
        }
        assertThat(TrackerApi.await(RedeployTest::ours, List::isEmpty))
                .as("after all")
                .isEmpty();
    }

    /**
     * The server's threads and open files that bear our name, or that of an embedded database in a file of ours. Jars are its class loader's:
     * GlassFish keeps those of some applications open after it has deleted them.
     */
    private static List<String> ours() {
        try {
            var seen = Exchange.get("watch").send(Exchange.client(), WATCHER).body();
            return seen.lines()
                    .filter(line -> !line.matches(".*\\.(jar|log)( \\(deleted\\))?"))
                    .filter(RedeployTest::isOurs)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("The watcher did not answer", e);
        }
    }

    private static boolean isOurs(String line) {
        var small = line.toLowerCase(Locale.ROOT);
        return small.contains("tracker") || small.contains("again");
    }
}
