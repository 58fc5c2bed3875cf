package io.errortracker.ui.mount;

import io.errortracker.TrackerConfig;
import io.errortracker.api.ApiServlet;
import io.errortracker.api.ApiSettings;
import io.errortracker.api.ApiStores;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.ui.UiParts;
import io.errortracker.ui.UiServlet;
import io.errortracker.ui.access.Access;
import io.errortracker.ui.access.AccessSettings;
import io.errortracker.ui.page.Fact;
import io.errortracker.ui.page.IngestDesk;
import io.errortracker.ui.page.NoiseParts;
import io.errortracker.ui.page.QueueFill;
import io.errortracker.ui.page.ReleaseParts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages and the web API of one running tracker. */
final class Mount implements Doorway.Room {
    /** Below the pages' path, and at the context root as well. */
    static final String API = "/api/0";

    private final TrackerRuntime runtime;
    private final Access access;
    private final List<String> servedMaps;
    private final @Nullable IngestDesk ingest;
    private final UiServlet pages;
    private final ApiServlet api;

    private Mount(TrackerRuntime runtime, Access access, List<String> servedMaps, @Nullable IngestDesk ingest) {
        this.runtime = runtime;
        this.servedMaps = servedMaps;
        this.ingest = ingest;
        this.access = access;
        this.pages = new UiServlet(parts());
        this.api = new ApiServlet(
                apiSettings(),
                new ApiStores(
                        runtime.issues(), runtime.releases(), runtime.artifacts(), runtime.symbolicator()::readable),
                access.apiTokens(),
                Clock.systemUTC(),
                runtime.health());
    }

    /**
     * @param servedMaps paths of source maps that the application itself serves
     * @param ingest null while it is off
     */
    static Mount of(TrackerRuntime runtime, List<String> servedMaps, @Nullable IngestDesk ingest) {
        return new Mount(
                runtime,
                Access.of(
                        settings(runtime),
                        runtime.apiTokens(),
                        Clock.systemUTC(),
                        new SecureRandom(),
                        runtime.health()),
                servedMaps,
                ingest);
    }

    private static AccessSettings settings(TrackerRuntime runtime) {
        TrackerConfig config = runtime.config();
        return AccessSettings.none(runtime.deployment().contextPath(), config.get(TrackerConfig.PATH))
                .withBaseUrl(config.get(TrackerConfig.BASE_URL).orElse(null))
                .withRoles(
                        config.get(TrackerConfig.ADMIN_ROLE).orElse(null),
                        config.get(TrackerConfig.VIEWER_ROLE).orElse(null))
                .withPasswordHash(config.get(TrackerConfig.ADMIN_PASSWORD_HASH).orElse(null))
                .withPassword(config.get(TrackerConfig.ADMIN_PASSWORD).orElse(null), false)
                .withDev(config.get(TrackerConfig.DEV))
                .withApiTokens(config.get(TrackerConfig.API_TOKENS));
    }

    private ApiSettings apiSettings() {
        String path = runtime.config().get(TrackerConfig.PATH);
        return new ApiSettings(
                runtime.deployment().contextPath() + path,
                runtime.config()
                        .get(TrackerConfig.BASE_URL)
                        .map(base -> base + path)
                        .orElse(null),
                runtime.applicationName());
    }

    private UiParts parts() {
        EventJson json = EventJson.create(JsonLimits.OWN);
        return new UiParts(
                runtime.issues(),
                runtime.traces(),
                runtime.health(),
                access.gate(),
                Clock.systemUTC(),
                runtime.applicationName(),
                () -> new QueueFill(runtime.queued(), runtime.queueCapacity()),
                runtime.retention(),
                noise(),
                ingest,
                access.apiTokens(),
                this::facts,
                event -> text(json, event),
                runtime.merging(),
                runtime.regrouper(),
                releases(),
                runtime.alerts());
    }

    private ReleaseParts releases() {
        return new ReleaseParts(
                runtime.releases(),
                runtime.releaseHealth(),
                runtime.artifacts(),
                runtime.symbolicator()::readable,
                servedMaps,
                runtime.retention().maxArtifactBytes());
    }

    private NoiseParts noise() {
        return new NoiseParts(
                runtime.noise(),
                runtime.configuredNoise(),
                runtime.config().get(TrackerConfig.STORM_PER_MINUTE),
                runtime.config().get(TrackerConfig.QUOTA_EVENTS_PER_HOUR));
    }

    private static String text(EventJson json, ErrorEvent event) {
        return new String(json.write(event), StandardCharsets.UTF_8);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Server", runtime.deployment().serverInfo()));
        facts.add(new Fact(
                "Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")));
        facts.add(new Fact("Access", access.why()));
        return facts;
    }

    @Override
    public String describe() {
        return access.describe();
    }

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (request.getServletPath().endsWith(API)) {
            api.service(request, response);
        } else {
            pages.service(request, response);
        }
    }
}
