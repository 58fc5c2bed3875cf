package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
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
import io.errortracker.store.ReleaseStore;
import io.errortracker.store.RetentionPolicy;
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
import java.util.function.BiFunction;
import java.util.function.Function;
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

    /** What is kept in memory while the file cannot be had. */
    private static final RetentionPolicy STAND_IN = new RetentionPolicy(Duration.ofDays(3650), 2_000, 32L << 20);

    private final StoreSettings settings;
    private final SelfHealth health;
    private final EventJson json;
    private final ShortIds shortIds;
    private final Notices notices;
    private final StoreThreads threads = new StoreThreads();
    private final Keeper keeper;
    private final NoiseStore noise = new JpaNoise(new OwnAccess());
    private final TraceStore traces;
    private final KeptSettings settled = new JpaSettings(new OwnAccess());
    private volatile AlertWatch watch = AlertWatch.NONE;
    private volatile @Nullable Instant lastRetention;
    private volatile long removedByRetention;

    private JpaStore(StoreSettings settings, String fileSystem) {
        this.settings = settings;
        this.health = settings.health();
        this.json = EventJson.create(JsonLimits.OWN);
        this.shortIds = new ShortIds(settings.shortIdPrefix());
        this.traces = new JpaTraces(new OwnAccess(), shortIds);
        this.notices = new Notices(settings.clock(), health);
        this.keeper = new Keeper(
                opener(fileSystem),
                new Moving(json, shortIds, notices, health, () -> watch),
                notices,
                health,
                settings.clock());
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
            retain(STAND_IN, settings.clock().instant(), () -> {});
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
        return writeNow((session, database) -> {
            AlertWatch lasting = keeper.state() == StoreHealth.State.MEMORY_ONLY ? AlertWatch.NONE : considered;
            return new Recording(session, database.engine(), json, shortIds, database.users(), now())
                    .record(batch, lasting);
        });
    }

    /** Has every batch considered by alerts from now on. Any thread. */
    public void watchedBy(AlertWatch newWatch) {
        watch = newWatch;
    }

    /** The alerts that wait to be sent, and those that were. */
    public Outbox outbox() {
        return new JpaOutbox(new OwnAccess(), this::mayHoldAnything);
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
        return new JpaRules(new OwnAccess(), shortIds);
    }

    @Override
    public IssuePage issues(IssueQuery query) {
        return read(session -> new IssueQueries(session, shortIds).page(query));
    }

    @Override
    public Map<IssueStatus, Long> countByStatus(IssueQuery query) {
        return read(session -> new IssueQueries(session, shortIds).countByStatus(query));
    }

    @Override
    public Optional<Issue> issue(long id) {
        return read(session -> new IssueQueries(session, shortIds).issue(id));
    }

    @Override
    public Optional<Issue> issue(String shortId) {
        var id = shortIds.id(shortId);
        return id.isPresent() ? issue(id.getAsLong()) : Optional.empty();
    }

    @Override
    public EventPage events(long issueId, @Nullable String cursor, int limit) {
        return read(session -> new EventQueries(session, json).page(issueId, cursor, limit));
    }

    @Override
    public Optional<StoredEvent> latestEvent(long issueId) {
        return read(session -> new EventQueries(session, json).latest(issueId));
    }

    @Override
    public Optional<StoredEvent> event(long issueId, String eventId) {
        return read(session -> new EventQueries(session, json).event(issueId, eventId));
    }

    @Override
    public Map<Long, long[]> hourly(Collection<Long> issueIds, Instant now, int hours) {
        return read(session -> new HourQueries(session, now, hours).ofIssues(issueIds));
    }

    @Override
    public long[] hourlyTotal(Instant now, int hours) {
        return read(session -> new HourQueries(session, now, hours).ofAll());
    }

    @Override
    public Facets facets() {
        return read(session -> new OtherQueries(session).facets());
    }

    @Override
    public List<Activity> activity(long issueId, int limit) {
        return read(session -> new OtherQueries(session).activity(issueId, limit));
    }

    @Override
    public int setStatus(Collection<Long> issueIds, IssueStatus status, String actor) {
        return issueIds.isEmpty()
                ? 0
                : write((session, database) -> new IssueActions(session).setStatus(issueIds, status, actor, now()));
    }

    @Override
    public int delete(Collection<Long> issueIds, String actor) {
        if (issueIds.isEmpty()) {
            return 0;
        }
        int events = Retention.CHUNK;
        while (events == Retention.CHUNK) {
            events = write((session, database) -> new IssueActions(session).deleteEvents(issueIds, Retention.CHUNK));
        }
        int deleted = write((session, database) -> new IssueActions(session).deleteIssues(issueIds));
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

    /** Whether there is an issue of this fingerprint. */
    public boolean isKnown(String fingerprint) {
        return read(session -> new IssueQueries(session, shortIds).isKnown(fingerprint));
    }

    /** What people say about which fingerprints are one issue. */
    public IssueMerging merging() {
        return new JpaMerging(this, shortIds, json);
    }

    /** Stored events, for grouping them anew. */
    public RegroupStore regrouping() {
        return new JpaRegrouping(this, shortIds, json);
    }

    /** The grouping rules that people wrote. */
    public GroupingRuleShelf groupingRules() {
        return new JpaRuleShelf(this);
    }

    /**
     * Removes what goes past the limits of {@link RetentionPolicy}, 500 events at a time, so that nobody waits long meanwhile. Call it every
     * few minutes from the thread that records, or from another; never from a thread of the host's.
     *
     * @param pause is run between two chunks
     * @throws StoreUnavailableException when the store cannot be written now
     */
    public RetentionReport retain(Instant now, Runnable pause) {
        RetentionReport report = retain(settings.retention(), now, pause);
        write((session, database) -> {
            Retention.sweep(session);
            DroppedHours.forgetBefore(
                    session,
                    Micros.hour(Micros.of(now.minus(settings.retention().maxAge()))));
            new ArtifactRetention(session, settings.retention(), Micros.of(now)).run();
            return null;
        });
        while (write((session, database) -> new Traces(session).removeChunk(Micros.of(now))) > 0) {
            pause.run();
        }
        lastRetention = now;
        return report;
    }

    private RetentionReport retain(RetentionPolicy policy, Instant now, Runnable pause) {
        Retention retention = new Retention(policy, Micros.of(now));
        long removed = 0;
        int chunk = write((session, database) -> retention.removeChunk(session));
        while (chunk > 0) {
            removed += chunk;
            pause.run();
            chunk = write((session, database) -> retention.removeChunk(session));
        }
        removedByRetention += removed;
        Retention.Stock left = read(retention::stock);
        return new RetentionReport(removed, left.events(), left.bytes());
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
                events = read(session -> new OtherQueries(session).count("event"));
                issues = read(session -> new OtherQueries(session).count("issue"));
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
                lastRetention,
                removedByRetention);
    }

    /** The files that make minified code readable. */
    public ArtifactStore artifacts() {
        return new JpaArtifacts(new OwnAccess());
    }

    /** The releases. */
    public ReleaseStore releases() {
        return new JpaReleases(new OwnAccess());
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

    long now() {
        return Micros.of(settings.clock().instant());
    }

    /** Once more when the database broke meanwhile and could be opened again. */
    <T> T read(Function<StatelessSession, T> query) {
        Database database = database();
        try {
            return readFrom(database, query);
        } catch (StoreUnavailableException failed) {
            Database again = keeper.ready();
            if (again == database || keeper.state() == StoreHealth.State.CLOSED) {
                throw failed;
            }
        }
        return readFrom(database(), query);
    }

    private Database database() {
        Database ready = keeper.ready();
        return ready == null ? threads.write(keeper::database) : ready;
    }

    private <T> T readFrom(Database database, Function<StatelessSession, T> query) {
        try {
            return threads.read(() -> database.read(query));
        } catch (StoreUnavailableException late) {
            throw late;
        } catch (RuntimeException failure) {
            throw unavailable(database, failure, "read");
        }
    }

    <T> T write(BiFunction<StatelessSession, Database, T> change) {
        try {
            return threads.write(() -> writeNow(change));
        } catch (StoreUnavailableException later) {
            throw later;
        } catch (RuntimeException failure) {
            throw unusable(failure, "changed");
        }
    }

    /** A change that would be lost with what only stands in for the file. */
    <T> T changeFile(BiFunction<StatelessSession, Database, T> change) {
        return write((session, database) -> {
            if (keeper.state() == StoreHealth.State.MEMORY_ONLY) {
                throw new StoreUnavailableException(
                        DropReason.STORE_UNAVAILABLE,
                        "What is changed while another instance holds the store would be lost",
                        new IllegalStateException(keeper.location() + " is held by another instance"));
            }
            return change.apply(session, database);
        });
    }

    /** On the writer's thread. */
    private <T> T writeNow(BiFunction<StatelessSession, Database, T> change) {
        Database database = keeper.database();
        try {
            return database.write(session -> change.apply(session, database));
        } catch (RuntimeException failure) {
            Trouble trouble = database.engine().troubleOf(failure);
            throw trouble == Trouble.STATEMENT ? failure : keeper.broken(database, trouble, failure);
        }
    }

    private StoreUnavailableException unavailable(Database database, RuntimeException failure, String done) {
        Trouble trouble = database.engine().troubleOf(failure);
        return trouble == Trouble.STATEMENT
                ? unusable(failure, done)
                : threads.write(() -> keeper.broken(database, trouble, failure));
    }

    private StoreUnavailableException unusable(RuntimeException failure, String done) {
        health.failed("using the store", failure);
        return new StoreUnavailableException(DropReason.STORE_UNAVAILABLE, "The store could not be " + done, failure);
    }

    private final class OwnAccess implements Access {
        @Override
        public <T> T read(Function<StatelessSession, T> query) {
            return JpaStore.this.read(query);
        }

        @Override
        public <T> T write(BiFunction<StatelessSession, Engine, T> change) {
            return JpaStore.this.write((session, database) -> {
                demandTheFile();
                return change.apply(session, database.engine());
            });
        }

        private void demandTheFile() {
            if (keeper.state() == StoreHealth.State.MEMORY_ONLY) {
                throw new StoreUnavailableException(
                        DropReason.STORE_UNAVAILABLE,
                        "What is changed while another instance holds the store would be lost",
                        new IllegalStateException(keeper.location() + " is held by another instance"));
            }
        }

        @Override
        public EventJson json() {
            return json;
        }

        @Override
        public long now() {
            return JpaStore.this.now();
        }
    }
}
