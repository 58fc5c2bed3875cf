package io.errortracker.boot;

import io.errortracker.Sensitive;
import io.errortracker.TrackerConfig;
import io.errortracker.bytecode.FrameRoles;
import io.errortracker.capture.AppFacts;
import io.errortracker.capture.ArgumentRenderer;
import io.errortracker.capture.Capturer;
import io.errortracker.capture.EventMaker;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.EventLimits;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.noise.Noise;
import io.errortracker.noise.PayloadLimits;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.pipeline.Stages;
import io.errortracker.regroup.LiveGrouper;
import io.errortracker.scrub.ScrubRules;
import io.errortracker.scrub.Scrubber;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import io.errortracker.symbolicate.Symbolicator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Makes the parts of what is configured: parts take plain arguments, only this and the runtime read the configuration. */
final class Parts {
    private final Deployment deployment;
    private final TrackerConfig config;
    private final Clock clock;
    private final SelfHealth health;
    private final FrameRoles roles;

    Parts(Deployment deployment, TrackerConfig config, Clock clock) {
        this.deployment = deployment;
        this.config = config;
        this.clock = clock;
        this.roles = new FrameRoles(deployment.loader()::getResourceAsStream);
        this.health = new SelfHealth(clock, System.getLogger("io.errortracker"));
    }

    SelfHealth health() {
        return health;
    }

    JpaStore store() {
        return JpaStore.create(new StoreSettings(location(), shortIdPrefix(), retention(config), clock, health));
    }

    static RetentionPolicy retention(TrackerConfig config) {
        return new RetentionPolicy(
                Duration.ofDays(config.get(TrackerConfig.RETENTION_DAYS)),
                config.get(TrackerConfig.RETENTION_EVENTS),
                config.get(TrackerConfig.RETENTION_MEBIBYTES) * 1024L * 1024L,
                config.get(TrackerConfig.RETENTION_ARTIFACT_MEBIBYTES) * 1024L * 1024L);
    }

    private StoreLocation location() {
        Optional<String> dataSource = config.get(TrackerConfig.STORE_DATA_SOURCE);
        if (dataSource.isPresent()) {
            return new StoreLocation.Named(dataSource.get());
        }
        Optional<String> url = config.get(TrackerConfig.STORE_URL);
        if (url.isPresent()) {
            return new StoreLocation.Jdbc(
                    url.get(),
                    config.get(TrackerConfig.STORE_USER).orElse(null),
                    config.get(TrackerConfig.STORE_PASSWORD).orElse(null));
        }
        Path directory = config.get(TrackerConfig.STORE_DIRECTORY)
                .map(Path::of)
                .orElseGet(() -> DataDirectory.of(System::getProperty).resolve("error-tracker"));
        return new StoreLocation.File(directory.resolve(deployment.name()).resolve("errors"));
    }

    private String shortIdPrefix() {
        String name = config.get(TrackerConfig.PROJECT).orElse(deployment.name());
        String plain = name.replaceAll("[^A-Za-z0-9]+", "_");
        return plain.length() <= 20 ? plain : plain.substring(0, 20);
    }

    ArgumentRenderer arguments() {
        return new ArgumentRenderer(
                config.get(TrackerConfig.CAPTURE_ARGUMENTS), annotation -> annotation instanceof Sensitive);
    }

    Scrubber scrubber() {
        return new Scrubber(new ScrubRules(
                config.get(TrackerConfig.SEND_DEFAULT_PII),
                config.get(TrackerConfig.SCRUB_KEYS),
                config.get(TrackerConfig.SCRUB_PATTERNS),
                config.get(TrackerConfig.SCRUB_KEEP)));
    }

    Stages stages(Noise noise, LiveGrouper grouper, Hooks hooks, Storms storms) {
        return new Stages(
                noise::reason,
                EventLimits::limit,
                scrubber(),
                hooks,
                grouper::group,
                storms::whyOnlyCounted,
                storms::learn,
                storms::tallies);
    }

    /**
     * The same stages for events that other programs send, with state of their own: another worker goes through them. A fifth of the quota is
     * theirs, so that they never use up the application's own.
     */
    private Stages ingestStages(Noise noise, LiveGrouper grouper, Hooks hooks, JpaStore store) {
        int quota = config.get(TrackerConfig.QUOTA_EVENTS_PER_HOUR);
        PayloadLimits limits = new PayloadLimits(
                config.get(TrackerConfig.STORM_PER_MINUTE), quota == 0 ? 0 : Math.max(1, quota / 5), clock);
        return new Stages(
                noise::reason,
                EventLimits::limit,
                scrubber(),
                hooks,
                new NewIssues(grouper::group, store::isKnown, clock),
                limits::whyOnlyCounted,
                learnt -> {},
                now -> List.of());
    }

    /** The way of events that other programs send. */
    IngestLine ingest(
            Noise noise,
            LiveGrouper grouper,
            Hooks hooks,
            JpaStore store,
            Consumer<List<Change>> changes,
            ThreadFactory threads) {
        Pipeline pipeline = new Pipeline(
                ingestStages(noise, grouper, hooks, store), store, Capturer::takeOriginal, changes, health, clock);
        return new IngestLine(pipeline, scrubber(), store.traces(), store.releaseHealth(), health, threads);
    }

    Storms storms() {
        return new Storms(
                config.get(TrackerConfig.STORM_PER_MINUTE), config.get(TrackerConfig.QUOTA_EVENTS_PER_HOUR), clock);
    }

    LiveGrouper grouper(JpaStore store, Symbolicator symbolicator) {
        String rules = config.get(TrackerConfig.GROUPING_RULES).orElse("");
        return new LiveGrouper(
                rules,
                store.groupingRules(),
                event -> withRoles(symbolicator.readable(event).event()),
                health,
                clock);
    }

    Noise noise(NoiseStore store) {
        return new Noise(new ConfiguredNoise(config, deployment).rules(), store, health, clock);
    }

    FrameRoles frameRoles() {
        return roles;
    }

    /** Events stored before code was looked at, or while the class files could not be had, are looked at when they are grouped anew. */
    private ErrorEvent withRoles(ErrorEvent event) {
        return EventMaker.isMaker(event)
                ? event.with(parts -> parts.exceptions(
                        event.exceptions().stream().map(roles::told).toList()))
                : event;
    }

    AppFacts facts() {
        return new AppFacts(
                config.get(TrackerConfig.ENVIRONMENT).orElse("production"),
                config.get(TrackerConfig.RELEASE)
                        .or(() -> new Release(deployment.resource()).find())
                        .orElse(null),
                config.get(TrackerConfig.DIST).orElse(null),
                config.get(TrackerConfig.SERVER_NAME).or(Parts::hostName).orElse(null),
                platform(),
                new InAppClasses(deployment.packages(), config.get(TrackerConfig.IN_APP_PACKAGES)));
    }

    private static Optional<String> hostName() {
        String told = System.getenv("HOSTNAME");
        if (told != null && !told.isBlank()) {
            return Optional.of(told);
        }
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    private Map<String, Map<String, Object>> platform() {
        Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
        contexts.put("runtime", Map.of("name", property("java.vm.name"), "version", property("java.runtime.version")));
        contexts.put(
                "os",
                Map.of(
                        "name", property("os.name"),
                        "version", property("os.version"),
                        "arch", property("os.arch")));
        contexts.put("server", Map.of("name", deployment.serverInfo(), "context_path", deployment.contextPath()));
        return contexts;
    }

    private static String property(String name) {
        return String.valueOf(System.getProperty(name));
    }
}
