package io.errortracker.ui.mount;

import io.errortracker.TrackerConfig;
import io.errortracker.boot.IngestLine;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.event.Discarded;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import io.errortracker.ingest.BrowserScript;
import io.errortracker.ingest.ClientReports;
import io.errortracker.ingest.IngestCounters;
import io.errortracker.ingest.IngestKeys;
import io.errortracker.ingest.IngestLimits;
import io.errortracker.ingest.IngestOrigins;
import io.errortracker.ingest.IngestParts;
import io.errortracker.ingest.IngestServlet;
import io.errortracker.ingest.Intake;
import io.errortracker.ui.page.IngestDesk;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ingest of one running tracker. */
final class IngestMount implements IngestDesk, Doorway.Room {
    private final TrackerConfig config;
    private final String contextPath;
    private final IngestKeys keys;
    private final IngestOrigins origins;
    private final IngestCounters counters = new IngestCounters();
    private final ClientReports reports = new ClientReports();
    private final BrowserScript script;
    private final IngestServlet servlet;

    IngestMount(TrackerRuntime runtime, IngestLine line, IngestLimits limits) {
        Clock clock = Clock.systemUTC();
        config = runtime.config();
        contextPath = runtime.deployment().contextPath();
        keys = new IngestKeys(config.get(TrackerConfig.INGEST_KEYS), runtime.settings(), new SecureRandom(), clock);
        origins = new IngestOrigins(
                config.get(TrackerConfig.INGEST_ORIGINS),
                config.get(TrackerConfig.BASE_URL).orElse(null),
                runtime.settings(),
                clock);
        script = new BrowserScript(keys, config.get(TrackerConfig.ENVIRONMENT).orElse(null), runtime.release());
        servlet = new IngestServlet(new IngestParts(
                keys,
                origins,
                limits,
                intake(line),
                counters,
                reports,
                script,
                config.get(TrackerConfig.SEND_DEFAULT_PII),
                runtime.health(),
                clock));
    }

    private static Intake intake(IngestLine line) {
        return new Intake() {
            @Override
            public boolean offer(ErrorEvent event, int bytes) {
                return line.offer(event, bytes);
            }

            @Override
            public boolean offer(List<Span> spans) {
                return line.offer(spans);
            }

            @Override
            public boolean offerSessions(List<SessionUpdate> updates) {
                return line.offerSessions(updates);
            }
        };
    }

    @Override
    public @Nullable String baseUrl() {
        return config.get(TrackerConfig.BASE_URL).orElse(null);
    }

    @Override
    public String path() {
        return contextPath + config.get(TrackerConfig.INGEST_PATH);
    }

    @Override
    public String lastingScript() {
        return script.lastingName();
    }

    @Override
    public String scriptIntegrity() {
        return script.integrity();
    }

    @Override
    public List<String> keys() {
        return keys.live();
    }

    @Override
    public boolean keysAreConfigured() {
        return keys.areConfigured();
    }

    @Override
    public void makeKey() {
        keys.rotate();
    }

    @Override
    public void retireKey() {
        keys.retireOld();
    }

    @Override
    public List<String> origins() {
        return origins.listed();
    }

    @Override
    public boolean originsAreConfigured() {
        return origins.areConfigured();
    }

    @Override
    public @Nullable String keepOrigins(String text) {
        return origins.keep(text);
    }

    @Override
    public List<Count> counts() {
        return counters.all().stream()
                .map(count -> new Count(count.name(), count.count()))
                .toList();
    }

    @Override
    public List<Discarded> discarded() {
        return reports.all();
    }

    @Override
    public String describe() {
        List<String> listed = config.get(TrackerConfig.INGEST_ORIGINS);
        return "Browsers and other programs may send events to " + path() + "; pages of "
                + (listed.isEmpty()
                        ? "this application and those listed on the page Settings"
                        : String.join(", ", listed));
    }

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        servlet.service(request, response);
    }
}
