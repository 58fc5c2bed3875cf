package io.errortracker.boot;

import io.errortracker.BeforeSend;
import io.errortracker.ConfigException;
import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.TrackerConfig;
import io.errortracker.alert.AlertDesk;
import io.errortracker.capture.AppFacts;
import io.errortracker.capture.Capturer;
import io.errortracker.capture.EventMaker;
import io.errortracker.capture.Reentrancy;
import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.noise.Noise;
import io.errortracker.noise.NoiseRules;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.queue.HandOver;
import io.errortracker.queue.Worker;
import io.errortracker.regroup.LiveGrouper;
import io.errortracker.regroup.Regrouper;
import io.errortracker.scope.Scopes;
import io.errortracker.store.ApiTokenStore;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueStore;
import io.errortracker.store.KeptSettings;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.ReleaseHealthStore;
import io.errortracker.store.ReleaseStore;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.TraceStore;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.symbolicate.Symbolicator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The running tracker of one application: all parts, put together. Made and closed by the edge that sees the application start and stop.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class TrackerRuntime implements AutoCloseable {
    private final Deployment deployment;
    private final TrackerConfig config;
    private final SelfHealth health;
    private final JpaStore store;
    private final HandOver<ErrorEvent> queue;
    private final Pipeline pipeline;
    private final Worker<ErrorEvent> worker;
    private final ScopedErrorTracker tracker;
    private final Hooks hooks;
    private final Symbolicator symbolicator;
    private final Noise noise;
    private final @Nullable String release;
    private final @Nullable IngestLine ingest;
    private final LiveGrouper grouper;
    private final Alerts alerts;

    private TrackerRuntime(Deployment deployment, TrackerConfig config, Clock clock) {
        this.deployment = deployment;
        this.config = config;
        Parts parts = new Parts(deployment, config, clock);
        health = parts.health();
        store = parts.store();
        hooks = new Hooks();
        queue = new HandOver<>(
                config.get(TrackerConfig.QUEUE_CAPACITY), config.get(TrackerConfig.QUEUE_MEBIBYTES) * 1024L * 1024L);
        Reentrancy reentrancy = new Reentrancy();
        alerts =
                new Alerts(config, applicationName(), store, task -> thread("alerts", task, reentrancy), health, clock);
        symbolicator = new Symbolicator(store.artifacts(), health);
        Storms storms = parts.storms();
        noise = parts.noise(store.noise());
        grouper = parts.grouper(store, symbolicator);
        pipeline = new Pipeline(
                parts.stages(noise, grouper, hooks, storms),
                store,
                Capturer::takeOriginal,
                changes -> alerts.recorded(),
                health,
                clock);
        worker = new Worker<>(
                queue,
                new Upkeep(pipeline, noise, store, alerts::forget, health, clock),
                Worker.Pace.DEFAULT,
                task -> thread("writer", task, reentrancy),
                health::failed);
        ingest = config.get(TrackerConfig.INGEST_ENABLED)
                ? parts.ingest(
                        noise,
                        grouper,
                        hooks,
                        store,
                        changes -> alerts.recorded(),
                        task -> thread("ingest", task, reentrancy))
                : null;
        Scopes scopes = new Scopes();
        AppFacts facts = parts.facts();
        release = facts.release();
        Capturer capturer = new Capturer(
                queue,
                scopes,
                new EventMaker(facts, parts.frameRoles()::told),
                storms,
                reentrancy,
                health,
                clock,
                hooks::any,
                pipeline::blockedBy);
        tracker = new ScopedErrorTracker(capturer, scopes, parts.arguments(), worker::flush);
    }

    /**
     * Reads the configuration of an application, from the server's MicroProfile Config where there is one.
     *
     * @throws ConfigException for a value that breaks its rule
     */
    public static TrackerConfig configure(ClassLoader application) {
        return TrackerConfig.read(SettingsFinder.find(application));
    }

    /**
     * Starts a tracker and makes it the one that {@link GlobalErrorTracker} finds. Opens no file on this thread: the store opens with the first event
     * or the first look; one that is there already is looked at by the thread that sends alerts.
     *
     * @throws IllegalArgumentException for a rule or pattern that cannot be read, naming it
     */
    public static TrackerRuntime start(Deployment deployment, TrackerConfig config, Clock clock) {
        TrackerRuntime runtime = new TrackerRuntime(deployment, config, clock);
        runtime.worker.start();
        if (runtime.ingest != null) {
            runtime.ingest.start();
        }
        runtime.alerts.start();
        GlobalErrorTracker.register(deployment.loader(), runtime.tracker);
        return runtime;
    }

    public Deployment deployment() {
        return deployment;
    }

    public TrackerConfig config() {
        return config;
    }

    public ScopedErrorTracker tracker() {
        return tracker;
    }

    public IssueStore issues() {
        return store;
    }

    /** What people said is noise, and how much of it there was. */
    public NoiseStore noise() {
        return store.noise();
    }

    /** What the configuration says is noise. */
    public NoiseRules configuredNoise() {
        return noise.configured();
    }

    /** Events and spans by their trace. */
    public TraceStore traces() {
        return store.traces();
    }

    /** What people set on the pages. */
    public KeptSettings settings() {
        return store.settings();
    }

    /** The tokens of the web API that people made. */
    public ApiTokenStore apiTokens() {
        return store.apiTokens();
    }

    /** How sessions went, by release. */
    public ReleaseHealthStore releaseHealth() {
        return store.releaseHealth();
    }

    /** The way of events that other programs send; null unless {@code tracker.ingest.enabled}. */
    public @Nullable IngestLine ingest() {
        return ingest;
    }

    /** The release of the application; null when unknown. */
    public @Nullable String release() {
        return release;
    }

    /** Source maps and the files they are of. */
    public ArtifactStore artifacts() {
        return store.artifacts();
    }

    /** Makes events of minified code readable. */
    public Symbolicator symbolicator() {
        return symbolicator;
    }

    /** Releases of the application. */
    public ReleaseStore releases() {
        return store.releases();
    }

    /** Grouping as people change it: rules, and stored events grouped anew. */
    public Regrouper regrouper() {
        return new Regrouper(grouper, store.groupingRules(), store.regrouping());
    }

    /** What people say about which fingerprints are one issue. */
    public IssueMerging merging() {
        return store.merging();
    }

    public SelfHealth health() {
        return health;
    }

    /** What people see of alerts and do about them. */
    public AlertDesk alerts() {
        return alerts.desk();
    }

    /** How much the store keeps. */
    public RetentionPolicy retention() {
        return Parts.retention(config);
    }

    /** Events that wait for the writer now. */
    public int queued() {
        return queue.size();
    }

    public int queueCapacity() {
        return queue.capacity();
    }

    /** What the application is called on the pages: {@code tracker.project}, else its context path. */
    public String applicationName() {
        return config.get(TrackerConfig.PROJECT).orElse(deployment.name());
    }

    /** Where the application's {@code BeforeSend} beans are, in their order; asked once, by the worker, with the first event. */
    public void useHooks(Supplier<List<BeforeSend>> source) {
        hooks.use(source);
    }

    /** Tells alerts to the application, from now on. @param fire fires a CDI event; throws what an observer throws */
    public void useAlertObservers(Consumer<Object> fire) {
        alerts.useObservers(fire);
    }

    /** Stores what still waits, for as long as is configured, counts what is left, and closes the store. */
    @Override
    public void close() {
        GlobalErrorTracker.unregister(deployment.loader(), tracker);
        int left = worker.stop(Duration.ofSeconds(config.get(TrackerConfig.SHUTDOWN_SECONDS)));
        int sent = ingest == null ? 0 : ingest.stop(Duration.ofSeconds(1));
        health.dropped(DropReason.SHUTDOWN, left + pipeline.abandon() + sent);
        alerts.stop();
        writeCounts();
        store.close();
        RecordMethods.forgetOurs();
    }

    /** Nothing is opened any more for it. */
    private void writeCounts() {
        if (store.health().state() == StoreHealth.State.OPEN) {
            noise.write();
        }
    }

    private Thread thread(String role, Runnable task, Reentrancy reentrancy) {
        Runnable silent = () -> {
            reentrancy.enter();
            task.run();
        };
        Thread thread = new Thread(null, silent, "error-tracker-" + role + "-" + deployment.name(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(deployment.loader());
        return thread;
    }
}
