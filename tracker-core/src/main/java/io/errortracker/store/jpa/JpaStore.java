package io.errortracker.store.jpa;

import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.ApiTokenStore;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.Batch;
import io.errortracker.store.EventPage;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.Facets;
import io.errortracker.store.GroupingRuleShelf;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueStore;
import io.errortracker.store.KeptSettings;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.RegroupStore;
import io.errortracker.store.ReleaseHealthStore;
import io.errortracker.store.ReleaseStore;
import io.errortracker.store.Room;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.store.StoredEvent;
import io.errortracker.store.TraceStore;
import io.errortracker.store.alert.AlertWatch;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.alert.RuleShelf;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store on Hibernate: in an H2 file, in memory or in PostgreSQL. It opens its database when it is first used, and again, with
 * back-off, when that broke; a damaged file is set aside and a new one begun; while another instance has the file, events are kept in
 * memory and moved into the file as soon as it can be opened.
 *
 * <p>Thread-safe. Two or three daemon threads of its own, named {@code error-tracker-store-...}, are the only ones that touch the database.
 *
 * @since 0.1.0
 */
public final class JpaStore implements EventRecorder, IssueStore, AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final StoreSettings settings;
    private final SelfHealth health;
    private final EventJson json;
    private final ShortIds shortIds;
    private final Notices notices;
    private final StoreThreads threads = new StoreThreads();
    private final Keeper keeper;
    private final Access access;
    private final NoiseStore noise;
    private final TraceStore traces;
    private final KeptSettings settled;
    private final Headroom headroom;
    private final JpaRetention retention;
    private volatile AlertWatch watch = AlertWatch.NONE;

    private JpaStore(StoreSettings settings, String fileSystem) {
        this.settings = settings;
        this.health = settings.health();
        this.json = EventJson.create(JsonLimits.OWN);
        this.shortIds = new ShortIds(settings.shortIdPrefix());
        this.notices = new Notices(settings.clock(), health);
        this.headroom = new Headroom(settings.retention().maxBytes(), notices);
        this.keeper = new Keeper(
                opener(fileSystem),
                new Moving(json, shortIds, headroom, notices, health, () -> watch),
                notices,
                health,
                settings.clock());
        this.access = new Access(keeper, threads, json, settings.clock(), health);
        this.noise = new JpaNoise(access);
        this.traces = new JpaTraces(access, shortIds);
        this.settled = new JpaSettings(access);
        this.retention = new JpaRetention(settings.retention(), access, keeper, headroom, settings.clock());
    }

    /**
     * A store that has opened nothing yet. Call it with the application's context class loader: the JSON provider and a PostgreSQL driver
     * are looked for there.
     */
    public static JpaStore create(StoreSettings settings) {
        return new JpaStore(settings, "file:");
    }

    /** @param fileSystem another of H2's file systems, with a colon */
    static JpaStore create(StoreSettings settings, String fileSystem) {
        return new JpaStore(settings, fileSystem);
    }

    private Opener opener(String fileSystem) {
        StoreLocation location = settings.location();
        if (location instanceof StoreLocation.File file) {
            return new FileOpener(file.path(), fileSystem, notices, settings.clock());
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader application = context == null ? JpaStore.class.getClassLoader() : context;
        if (location instanceof StoreLocation.Jdbc jdbc) {
            return new JdbcOpener(jdbc, () -> new DriverSource(jdbc, application));
        }
        if (location instanceof StoreLocation.Named named) {
            return new JdbcOpener(named, () -> new NamedSource(named, application));
        }
        return new MemoryOpener();
    }

    @Override
    public List<Change> record(Batch batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        List<Change> changes = threads.write(() -> new SafeRecording(this::recordOnce, health).record(batch));
        if (keeper.state() == StoreHealth.State.MEMORY_ONLY) {
            keepLittleInMemory();
        }
        return changes;
    }

    private void keepLittleInMemory() {
        try {
            retention.keepLittleInMemory();
        } catch (StoreUnavailableException later) {
            health.failed("removing events from memory", later);
        }
    }

    /** What stands in for the file decides nothing: what it holds is recorded again in the file, and considered there. */
    private List<Change> recordOnce(Batch batch) {
        if (keeper.state() == StoreHealth.State.MEMORY_ONLY) {
            return recordOnce(batch, AlertWatch.NONE);
        }
        try {
            return recordOnce(batch, watch);
        } catch (AlertingFailed failed) {
            health.failed("considering alerts", failed.why());
            return recordOnce(batch, AlertWatch.NONE);
        }
    }

    private List<Change> recordOnce(Batch batch, AlertWatch considered) {
        Recorded recorded = access.writeNow((session, database) -> {
            AlertWatch lasting = keeper.state() == StoreHealth.State.MEMORY_ONLY ? AlertWatch.NONE : considered;
            Budget.Allowance allowance = headroom.allowance(session, database);
            return new Recording(session, database, json, shortIds, allowance, access.now()).record(batch, lasting);
        });
        recorded.tell(health);
        retention.stored(recorded);
        return recorded.changes();
    }

    @Override
    public Room room() {
        Database database = keeper.ready();
        return database == null ? Room.PLENTY : headroom.room(database);
    }

    /** Has every batch considered by alerts from now on. Any thread. */
    public void watchedBy(AlertWatch newWatch) {
        watch = newWatch;
    }

    /** The alerts that wait to be sent, and those that were. */
    public Outbox outbox() {
        return new JpaOutbox(access, this::mayHoldAnything);
    }

    private boolean mayHoldAnything() {
        return switch (keeper.state()) {
            case OPEN, UNAVAILABLE -> true;
            case MEMORY_ONLY, CLOSED -> false;
            case NOT_OPENED -> settings.location().exists();
        };
    }

    /** The rules of alerts. */
    public RuleShelf alertRules() {
        return new JpaRules(access, shortIds);
    }

    @Override
    public IssuePage issues(IssueQuery query) {
        return access.read(session -> new IssueQueries(session, shortIds).page(query));
    }

    @Override
    public Map<IssueStatus, Long> countByStatus(IssueQuery query) {
        return access.read(session -> new IssueQueries(session, shortIds).countByStatus(query));
    }

    @Override
    public Optional<Issue> issue(long id) {
        return access.read(session -> new IssueQueries(session, shortIds).issue(id));
    }

    @Override
    public Optional<Issue> issue(String shortId) {
        var id = shortIds.id(shortId);
        return id.isPresent() ? issue(id.getAsLong()) : Optional.empty();
    }

    @Override
    public EventPage events(long issueId, @Nullable String cursor, int limit) {
        return access.read(session -> new EventQueries(session, json).page(issueId, cursor, limit));
    }

    @Override
    public Optional<StoredEvent> latestEvent(long issueId) {
        return access.read(session -> new EventQueries(session, json).latest(issueId));
    }

    @Override
    public Optional<StoredEvent> event(long issueId, String eventId) {
        return access.read(session -> new EventQueries(session, json).event(issueId, eventId));
    }

    @Override
    public Map<Long, long[]> hourly(Collection<Long> issueIds, Instant now, int hours) {
        return access.read(session -> new HourQueries(session, now, hours).ofIssues(issueIds));
    }

    @Override
    public long[] hourlyTotal(Instant now, int hours) {
        return access.read(session -> new HourQueries(session, now, hours).ofAll());
    }

    @Override
    public Facets facets() {
        return access.read(session -> new OtherQueries(session).facets());
    }

    @Override
    public List<Activity> activity(long issueId, int limit) {
        return access.read(session -> new OtherQueries(session).activity(issueId, limit));
    }

    @Override
    public int setStatus(Collection<Long> issueIds, IssueStatus status, String actor) {
        return issueIds.isEmpty()
                ? 0
                : access.writeAnywhere((session, database) ->
                        new IssueActions(session).setStatus(issueIds, status, actor, access.now()));
    }

    @Override
    public int delete(Collection<Long> issueIds, String actor) {
        if (issueIds.isEmpty()) {
            return 0;
        }
        int events = Stock.CHUNK;
        while (events == Stock.CHUNK) {
            events = access.writeAnywhere(
                    (session, database) -> new IssueActions(session).deleteEvents(issueIds, Stock.CHUNK));
        }
        int deleted = access.writeAnywhere((session, database) -> new IssueActions(session).deleteIssues(issueIds));
        health.say(Level.INFO, "Error Tracker: " + actor + " deleted " + deleted + " issues");
        return deleted;
    }

    /** Events and spans by their trace. */
    public TraceStore traces() {
        return traces;
    }

    /** What people set on the pages. */
    public KeptSettings settings() {
        return settled;
    }

    /** The tokens of the web API that people made. */
    public ApiTokenStore apiTokens() {
        return new JpaApiTokens(access);
    }

    /** How sessions went, by release. */
    public ReleaseHealthStore releaseHealth() {
        return new JpaReleaseHealth(access);
    }

    /** Whether there is an issue of this fingerprint. */
    public boolean isKnown(String fingerprint) {
        return access.read(session -> new IssueQueries(session, shortIds).isKnown(fingerprint));
    }

    /** What people say about which fingerprints are one issue. */
    public IssueMerging merging() {
        return new JpaMerging(access, shortIds, json);
    }

    /** Stored events, for grouping them anew. */
    public RegroupStore regrouping() {
        return new JpaRegrouping(access, shortIds, json);
    }

    /** The grouping rules that people wrote. */
    public GroupingRuleShelf groupingRules() {
        return new JpaRuleShelf(access);
    }

    /** What keeps the store within its limits. */
    public JpaRetention retention() {
        return retention;
    }

    /** What people said is noise, and how much of it there was. */
    public NoiseStore noise() {
        return noise;
    }

    @Override
    public StoreHealth health() {
        StoreHealth.State state = keeper.state();
        long events = -1;
        long issues = -1;
        long bytes = -1;
        Database database = keeper.ready();
        if (database != null) {
            bytes = database.engine().bytes();
            try {
                events = access.read(session -> new OtherQueries(session).count("event"));
                issues = access.read(session -> new OtherQueries(session).count("issue"));
            } catch (StoreUnavailableException unknown) {
                state = keeper.state();
            }
        }
        return new StoreHealth(
                state,
                keeper.location(),
                bytes,
                events,
                issues,
                notices.newestFirst(),
                retention.last(),
                retention.removed());
    }

    /** The files that make minified code readable. */
    public ArtifactStore artifacts() {
        return new JpaArtifacts(access);
    }

    /** The releases. */
    public ReleaseStore releases() {
        return new JpaReleases(access);
    }

    /** Ends what is being done, closes the database and ends the threads. Waits a few seconds at most; never throws. */
    @Override
    public void close() {
        if (keeper.state() == StoreHealth.State.CLOSED) {
            return;
        }
        try {
            threads.write(() -> {
                keeper.close();
                return null;
            });
        } catch (StoreUnavailableException closedBefore) {
            health.failed("closing the store", closedBefore);
        }
        if (!threads.end(CLOSE_LIMIT)) {
            notices.tell("the store's threads did not end within " + CLOSE_LIMIT.toSeconds() + " s");
        }
    }
}
