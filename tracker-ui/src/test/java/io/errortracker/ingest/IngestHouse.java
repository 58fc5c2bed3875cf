package io.errortracker.ingest;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import io.errortracker.health.SelfHealth;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;

/** The ingest alone on a real servlet container; what it takes is kept in lists. */
final class IngestHouse implements AutoCloseable {
    static final String KEY = "0123456789abcdef0123456789abcdef";

    /** So much that no test meets them by accident. */
    static final IngestLimits WIDE = WideLimits.get();

    private static final java.util.logging.Logger TOMCAT = java.util.logging.Logger.getLogger("org.apache");

    final List<ErrorEvent> events = new CopyOnWriteArrayList<>();
    final List<Span> spans = new CopyOnWriteArrayList<>();
    final List<SessionUpdate> sessions = new CopyOnWriteArrayList<>();
    final ClientReports reports = new ClientReports();
    final IngestCounters counters = new IngestCounters();
    final SelfHealth health;
    final IngestKeys keys;
    final IngestOrigins origins;
    final BrowserScript script;
    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean hasRoom = true;
    private volatile @Nullable Principal signedIn;

    IngestHouse() {
        this(WIDE, List.of(KEY), List.of(), false, Clock.systemUTC());
    }

    IngestHouse(IngestLimits limits, List<String> configuredKeys, List<String> listed, boolean pii, Clock clock) {
        health = new SelfHealth(clock, System.getLogger("io.errortracker.IngestHouse"));
        KeptInMemory settings = new KeptInMemory();
        keys = new IngestKeys(configuredKeys, settings, new SecureRandom(), clock);
        origins = new IngestOrigins(listed, null, settings, clock);
        script = new BrowserScript(keys, "production", "1.4.3");
        IngestParts parts =
                new IngestParts(keys, origins, limits, new Lists(), counters, reports, script, pii, health, clock);
        try {
            start(new IngestServlet(parts));
        } catch (IOException | LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Has the container say that this one is signed in. */
    void signIn(String name) {
        signedIn = () -> name;
    }

    private void start(IngestServlet servlet) throws IOException, LifecycleException {
        TOMCAT.setLevel(java.util.logging.Level.WARNING);
        Path home = Files.createTempDirectory("ingest");
        tomcat.setBaseDir(home.toString());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("/shop", home.toString());
        Tomcat.addServlet(context, "ingest", new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                servlet.service(
                        new HttpServletRequestWrapper(request) {
                            @Override
                            public @Nullable Principal getUserPrincipal() {
                                return signedIn;
                            }
                        },
                        response);
            }
        });
        context.addServletMappingDecoded("/errors-ingest/*", "ingest");
        tomcat.start();
    }

    String origin() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    String base() {
        return origin() + "/shop/errors-ingest";
    }

    int port() {
        return connector.getLocalPort();
    }

    void fillUp() {
        hasRoom = false;
    }

    void clear() {
        events.clear();
        spans.clear();
        sessions.clear();
    }

    /** @param headers name, value, name, value */
    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(path, BodyPublishers.ofByteArray(body), headers);
    }

    HttpResponse<String> postChunked(String path, byte[] body, String... headers) {
        return send(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), headers);
    }

    HttpResponse<String> envelope(String body, String... headers) {
        return post("/api/1/envelope/?sentry_key=" + KEY, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> event(String event) {
        return envelope("{}\n{\"type\":\"event\"}\n" + event);
    }

    private HttpResponse<String> send(String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(path, headers).POST(body));
    }

    HttpResponse<String> method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        String address = path.startsWith("/shop") ? origin() + path : base() + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counters.all().stream()
                .filter(count -> count.count() > 0)
                .forEach(count -> counts.put(count.name(), count.count()));
        return counts;
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private final class Lists implements Intake {
        @Override
        public boolean offer(ErrorEvent event, int bytes) {
            return hasRoom && events.add(event);
        }

        @Override
        public boolean offer(List<Span> some) {
            if (hasRoom) {
                spans.addAll(some);
            }
            return hasRoom;
        }

        @Override
        public boolean offerSessions(List<SessionUpdate> updates) {
            if (hasRoom) {
                sessions.addAll(updates);
            }
            return hasRoom;
        }
    }
}
