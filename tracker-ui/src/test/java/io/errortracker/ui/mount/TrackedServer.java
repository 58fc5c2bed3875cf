package io.errortracker.ui.mount;

import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.IngestLine;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.ingest.WideLimits;
import io.errortracker.servlet.TrackerFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** An application with the whole tracker in it, its ingest on, on a real servlet container: {@code /shop}. */
public final class TrackedServer implements AutoCloseable {
    public static final String KEY = "5f1d9a0c47e24b6d8a3e92c17b60d4f8";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final java.util.logging.Logger TOMCAT = java.util.logging.Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final TrackerRuntime runtime;
    private final IngestLine line;

    /** @param files served below {@code /files/} */
    public TrackedServer(Path files, Map<String, String> more) {
        TOMCAT.setLevel(java.util.logging.Level.WARNING);
        runtime = TrackerRuntime.start(deployment(), config(more), Clock.systemUTC());
        IngestLine on = runtime.ingest();
        if (on == null) {
            throw new AssertionError("the ingest is off");
        }
        line = on;
        try {
            start(files);
        } catch (IOException | LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Deployment deployment() {
        return new Deployment(
                TrackedServer.class.getClassLoader(), "/shop", "Tomcat", Set.of("com.example.shop"), path -> null);
    }

    private static TrackerConfig config(Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(Map.of(
                "tracker.ingest.enabled",
                "true",
                "tracker.ingest.keys",
                KEY,
                "tracker.release",
                "shop@1.4.3",
                "tracker.environment",
                "test",
                "tracker.store.directory",
                temporary("store").toString()));
        settings.putAll(more);
        return TrackerConfig.read(
                name -> Optional.ofNullable(settings.get(name)).map(value -> new Settings.Setting(value, false)));
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void start(Path files) throws IOException, LifecycleException {
        Path home = temporary("tracked");
        tomcat.setBaseDir(home.toString());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        StandardContext context = (StandardContext) tomcat.addContext("/shop", home.toString());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        FilterDef filter = new FilterDef();
        filter.setFilterName("tracker");
        filter.setFilter(new TrackerFilter(runtime::tracker, false));
        context.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("tracker");
        everywhere.addURLPattern("/*");
        everywhere.setDispatcher(DispatcherType.REQUEST.name());
        context.addFilterMap(everywhere);
        add(context, "ingest", "/errors-ingest/*", new Ingest(new IngestMount(runtime, line, WideLimits.get())));
        add(context, "files", "/files/*", new Serving(files));
        add(context, "failing", "/orders/*", new Failing());
        tomcat.start();
    }

    private static void add(StandardContext context, String name, String pattern, HttpServlet servlet) {
        Tomcat.addServlet(context, name, servlet);
        context.addServletMappingDecoded(pattern, name);
    }

    public String origin() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** The same server under another name, which makes another origin of it. */
    public String otherOrigin() {
        return "http://localhost:" + connector.getLocalPort();
    }

    public String dsn() {
        return origin().replace("://", "://" + KEY + "@") + "/shop/errors-ingest/1";
    }

    /** The tracker, after all that came in was stored. */
    public TrackerRuntime settled() {
        runtime.tracker().flush(PATIENCE);
        line.flush(PATIENCE);
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

    private static final class Ingest extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient IngestMount mount;

        Ingest(IngestMount mount) {
            this.mount = mount;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            mount.service(request, response);
        }
    }

    /** Files of a directory, by their name alone. */
    private static final class Serving extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Path files;

        Serving(Path files) {
            this.files = files;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Path file =
                    files.resolve(Path.of(String.valueOf(request.getPathInfo())).getFileName());
            response.setContentType(file.toString().endsWith(".js") ? "text/javascript" : "text/html;charset=utf-8");
            Files.copy(file, response.getOutputStream());
        }
    }

    /** Fails as an application does. */
    private static final class Failing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("the warehouse is closed");
        }
    }
}
