package io.errortracker.ui.mount;

import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.IngestLine;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.ingest.IngestLimits;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** Pages, web API and ingest of one tracker at {@code /shop}, beside a front end, on a real servlet container. */
public final class WholeTracker implements AutoCloseable {
    public static final String TOKEN = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final TrackerRuntime runtime;

    /**
     * @param keys of the ingest
     * @param frontEnd files served at {@code /shop/front-end/}
     */
    public WholeTracker(String keys, Path frontEnd) {
        try {
            Path home = Files.createTempDirectory("tracker");
            Map<String, String> settings = Map.of(
                    "tracker.ingest.enabled",
                    "true",
                    "tracker.ingest.keys",
                    keys,
                    "tracker.api.tokens",
                    TOKEN,
                    "tracker.dev",
                    "true",
                    "tracker.store.directory",
                    home.toString());
            runtime = TrackerRuntime.start(
                    new Deployment(getClass().getClassLoader(), "/shop", "Tomcat", Set.of(), path -> null),
                    TrackerConfig.read(name ->
                            Optional.ofNullable(settings.get(name)).map(value -> new Settings.Setting(value, false))),
                    Clock.systemUTC());
            start(home, frontEnd);
        } catch (IOException | LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Service {
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    private void start(Path home, Path frontEnd) throws LifecycleException {
        tomcat.setBaseDir(home.toString());
        tomcat.setSilent(true);
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        StandardContext context = (StandardContext) tomcat.addContext("/shop", home.toString());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        IngestMount ingest = new IngestMount(runtime, line(), IngestLimits.DEFAULT);
        Mount mount = Mount.of(runtime, List.of(), ingest);
        add(context, "/errors/*", mount::service);
        add(context, "/errors/api/0/*", mount::service);
        add(context, "/errors-ingest/*", ingest::service);
        add(context, "/front-end/*", (request, response) -> {
            Path file = frontEnd.resolve(String.valueOf(request.getPathInfo()).substring(1));
            boolean script = file.toString().endsWith(".js");
            response.setContentType(script ? "text/javascript" : "text/html;charset=utf-8");
            Files.copy(file, response.getOutputStream());
        });
        tomcat.start();
    }

    private static void add(StandardContext context, String pattern, Service service) {
        Tomcat.addServlet(context, pattern, new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                service.serve(request, response);
            }
        });
        context.addServletMappingDecoded(pattern, pattern);
    }

    private IngestLine line() {
        IngestLine line = runtime.ingest();
        if (line == null) {
            throw new IllegalStateException("The ingest is off");
        }
        return line;
    }

    public String base() {
        return "http://localhost:" + connector.getLocalPort() + "/shop";
    }

    /** The tracker, after all that came in was stored. */
    public TrackerRuntime settled() {
        line().flush(PATIENCE);
        return runtime;
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failure) {
            throw new IllegalStateException(failure);
        } finally {
            runtime.close();
        }
    }
}
