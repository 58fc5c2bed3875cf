package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.endtoend.Exchange.Answer;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host's persistence is the host's: our own neither clashes with it nor shadows it. */
@ArquillianTest
class HostPersistenceTest {

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "unit-bare", managed = false, testable = false)
    static WebArchive unit() {
        return Wars.hostUnit("unit-bare.war");
    }

    @Deployment(name = "unit-with", managed = false, testable = false)
    static WebArchive unitTracked() {
        return Wars.tracked(Wars.hostUnit("unit-with.war"));
    }

    @Deployment(name = "libs-bare", managed = false, testable = false)
    static WebArchive libraries() {
        return Wars.ownLibraries("libs-bare.war");
    }

    @Deployment(name = "libs-with", managed = false, testable = false)
    static WebArchive librariesTracked() {
        return Wars.tracked(Wars.ownLibraries("libs-with.war"));
    }

    @Test
    void a_persistence_unit_of_the_host_works_on_the_servers_provider() throws Exception {
        var tracked = answer("unit-with", "notes");

        assertThat(tracked.body()).startsWith("first through").endsWith("notes: 1");
        assertThat(tracked.headers()).containsKey("x-rolled-back");
        assertThat(tracked).isEqualTo(answer("unit-bare", "notes"));
    }

    /** Not on Open Liberty, where Hibernate in a WAR does not start, with or without the tracker: its loader finds no XML and JSON provider. */
    @Test
    @Tag("hibernate-in-the-war")
    void a_hibernate_and_an_h2_that_the_host_brings_work_as_before() throws Exception {
        var tracked = answer("libs-with", "libraries");

        assertThat(tracked.body()).contains("hibernate 6.6.56");
        assertThat(tracked.body()).doesNotContain("io.errortracker");
        assertThat(tracked).isEqualTo(answer("libs-bare", "libraries"));
    }

    private Answer answer(String deployment, String path) throws Exception {
        deployer.deploy(deployment);
        try {
            return Exchange.get(path)
                    .send(Exchange.client(), URI.create("http://127.0.0.1:8080/" + deployment + "/"))
                    .named(deployment, "host-unit");
        } finally {
            deployer.undeploy(deployment);
        }
    }
}
