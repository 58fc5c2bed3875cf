package io.errortracker.ui;

import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.noise.Criterion;
import io.errortracker.noise.DefaultRule;
import io.errortracker.noise.NoiseRules;
import io.errortracker.store.IssueStore;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.ui.access.ApiTokens;
import io.errortracker.ui.access.FakeTokens;
import io.errortracker.ui.page.Fact;
import io.errortracker.ui.page.NoiseParts;
import io.errortracker.ui.page.QueueFill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** The pages on a real servlet container, on the loopback address. */
final class PagesServer implements AutoCloseable {
    private static final java.util.logging.Logger TOMCAT = java.util.logging.Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    final OpenGate gate = new OpenGate();
    final SelfHealth health;
    final SampleAlerts alerts;
    final SampleIngest ingest = new SampleIngest();
    final InMemoryNoiseStore noise;
    final InMemoryMerging merging;
    final InMemoryRegrouping regrouping = new InMemoryRegrouping();
    final FakeTokens madeTokens = new FakeTokens();
    final ApiTokens tokens;
    private final EventJson json = EventJson.create(JsonLimits.OWN);

    PagesServer(IssueStore store, Clock clock, int port) throws IOException, LifecycleException {
        TOMCAT.setLevel(java.util.logging.Level.WARNING);
        merging = new InMemoryMerging(store);
        health = new SelfHealth(clock, System.getLogger("io.errortracker.pages"));
        tokens = madeTokens.with(List.of("secret upload"), clock, health);
        noise = InMemoryNoiseStore.filled(store, clock);
        alerts = SampleAlerts.filled(clock);
        Path home = Files.createTempDirectory("pages");
        tomcat.setBaseDir(home.toString());
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        StandardContext context = (StandardContext) tomcat.addContext("/shop", home.toString());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "errors", new UiServlet(parts(store, clock)));
        context.addServletMappingDecoded("/errors/*", "errors");
        tomcat.start();
    }

    private UiParts parts(IssueStore store, Clock clock) {
        return new UiParts(
                store,
                new SampleTraces(),
                health,
                gate,
                clock,
                "shop",
                () -> new QueueFill(12, 10_000),
                new RetentionPolicy(Duration.ofDays(90), 20_000, 512L << 20),
                new NoiseParts(
                        noise,
                        new NoiseRules(
                                1.0,
                                EnumSet.complementOf(EnumSet.of(DefaultRule.OWN_PAGES)),
                                List.of(Criterion.EXCEPTION.alone("com.acme.shop.Expected")),
                                List.of("/shop/errors")),
                        100,
                        20_000),
                ingest,
                tokens,
                () -> List.of(
                        new Fact("Version", "0.1.0-SNAPSHOT"),
                        new Fact("Who may enter", "container role \"shop-admin\" (tracker.admin.role); viewers: none"),
                        new Fact("Server", "Apache Tomcat/10.1")),
                event -> new String(json.write(event), java.nio.charset.StandardCharsets.UTF_8),
                merging,
                regrouping.regrouper(health, clock),
                SampleReleases.some(clock, health),
                alerts.desk);
    }

    String base() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/shop/errors";
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        alerts.close();
    }

    /** Serves the sample shop until the process is stopped, for work on the pages. */
    public static void main(String[] arguments) throws Exception {
        PagesServer server = new PagesServer(
                SampleShop.filled(), SampleShop.CLOCK, arguments.length == 0 ? 8085 : Integer.parseInt(arguments[0]));
        server.health.stored(11_842);
        for (int i = 0; i < 12_391; i++) {
            server.health.captured();
        }
        server.health.dropped(DropReason.STORM_LIMIT, 402);
        server.health.dropped(DropReason.CLIENT_ERROR, 131);
        server.health.dropped(DropReason.CLIENT_ABORT, 16);
        System.getLogger("pages").log(System.Logger.Level.INFO, server.base());
        server.tomcat.getServer().await();
    }
}
