package io.errortracker.bundled;

import io.errortracker.bundled.flyway.core.Flyway;
import io.errortracker.bundled.flyway.core.api.ClassProvider;
import io.errortracker.bundled.flyway.core.api.ResourceProvider;
import io.errortracker.bundled.flyway.core.api.migration.JavaMigration;
import io.errortracker.bundled.flyway.core.api.resource.LoadableResource;
import io.errortracker.bundled.flyway.core.internal.resource.StringResource;
import io.errortracker.bundled.h2.Driver;
import io.errortracker.bundled.hibernate.SessionFactory;
import io.errortracker.bundled.hibernate.boot.MetadataSources;
import io.errortracker.bundled.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import io.errortracker.bundled.hibernate.boot.registry.StandardServiceRegistryBuilder;
import io.errortracker.bundled.hibernate.cfg.AvailableSettings;
import io.errortracker.bundled.hibernate.dialect.H2Dialect;
import io.errortracker.bundled.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import io.errortracker.bundled.hibernate.type.descriptor.WrapperOptions;
import io.errortracker.bundled.hibernate.type.descriptor.java.JavaType;
import io.errortracker.bundled.hibernate.type.format.FormatMapper;
import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Embeddable;
import io.errortracker.bundled.persistence.EmbeddedId;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.EnumType;
import io.errortracker.bundled.persistence.Enumerated;
import io.errortracker.bundled.persistence.GeneratedValue;
import io.errortracker.bundled.persistence.GenerationType;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.IdClass;
import io.errortracker.bundled.persistence.SequenceGenerator;
import io.errortracker.bundled.persistence.SharedCacheMode;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.bundled.persistence.Version;
import io.errortracker.bundled.quiet.FlywayLogCreator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The way the tracker opens its store: Flyway first, then Hibernate, both on a data source of our own. */
final class Store implements AutoCloseable {
    static final String SCHEMA = """
            create sequence issue_seq start with 1 increment by 50;
            create table issue (
                id bigint primary key,
                version integer not null,
                title varchar(200) not null,
                status varchar(20) not null,
                last_seen timestamp(6) with time zone not null
            );
            create table event (
                id uuid primary key,
                issue_id bigint not null,
                happened_at timestamp(6) with time zone not null,
                handled boolean not null,
                payload varbinary(1000000)
            );
            create table counter (
                issue_id bigint not null,
                hour_of timestamp(6) with time zone not null,
                amount bigint not null,
                primary key (issue_id, hour_of)
            );
            create table issue_user (
                issue_id bigint not null,
                user_hash varchar(64) not null,
                note varchar(100),
                primary key (issue_id, user_hash)
            );
            """;

    static final Map<String, String> SCRIPTS =
            Map.of("V1__schema.sql", SCHEMA, "V2__more.sql", "create index event_at on event (happened_at desc);");

    final DataSource dataSource;
    final SessionFactory sessions;

    Store(String url) {
        dataSource = new DriverDataSource(url);
        migrate(dataSource, SCRIPTS);
        sessions = boot(dataSource, H2Dialect.class.getName());
        Driver.unload();
    }

    static String file(Path directory) {
        return "jdbc:h2:async:" + directory.resolve("tracker").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    static int migrate(DataSource dataSource, Map<String, String> scripts) {
        return Flyway.configure(Store.class.getClassLoader())
                .loggers(FlywayLogCreator.class.getName())
                .dataSource(dataSource)
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(new NoJavaMigrations())
                .load()
                .migrate()
                .migrationsExecuted;
    }

    static SessionFactory boot(DataSource dataSource, String dialect) {
        ClassLoader library = SessionFactory.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            var bootstrap = new BootstrapServiceRegistryBuilder()
                    .applyClassLoader(library)
                    .applyClassLoader(Store.class.getClassLoader())
                    .build();
            var services = new StandardServiceRegistryBuilder(bootstrap)
                    .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                    .applySetting(AvailableSettings.DIALECT, dialect)
                    .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
                    .applySetting(AvailableSettings.TRANSACTION_COORDINATOR_STRATEGY, "jdbc")
                    .applySetting(AvailableSettings.JTA_PLATFORM, NoJtaPlatform.INSTANCE)
                    .applySetting(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                    .applySetting(AvailableSettings.JAKARTA_SHARED_CACHE_MODE, SharedCacheMode.NONE)
                    .applySetting(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
                    .applySetting(AvailableSettings.USE_QUERY_CACHE, false)
                    .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, 100)
                    .applySetting(AvailableSettings.ORDER_INSERTS, true)
                    .applySetting(AvailableSettings.JSON_FORMAT_MAPPER, new NoFormat())
                    .applySetting(AvailableSettings.XML_FORMAT_MAPPER, new NoFormat())
                    .build();
            return new MetadataSources(services)
                    .addAnnotatedClass(Issue.class)
                    .addAnnotatedClass(Event.class)
                    .addAnnotatedClass(Counter.class)
                    .addAnnotatedClass(IssueUser.class)
                    .buildMetadata()
                    .buildSessionFactory();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        sessions.close();
        Driver.unload();
    }

    enum Status {
        UNRESOLVED,
        RESOLVED
    }

    @Entity
    @Table(name = "issue")
    static class Issue {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "issue_seq")
        @SequenceGenerator(name = "issue_seq", sequenceName = "issue_seq", allocationSize = 50)
        Long id;

        @Version
        int version;

        String title;

        @Enumerated(EnumType.STRING)
        @Column(length = 20)
        Status status;

        @Column(name = "last_seen")
        Instant lastSeen;

        Issue() {}

        Issue(String title, Status status, Instant lastSeen) {
            this.title = title;
            this.status = status;
            this.lastSeen = lastSeen;
        }
    }

    @Entity
    @Table(name = "event")
    static class Event {
        @Id
        UUID id;

        @Column(name = "issue_id")
        long issueId;

        @Column(name = "happened_at")
        Instant happenedAt;

        boolean handled;

        byte[] payload;

        Event() {}

        Event(UUID id, long issueId, Instant happenedAt, boolean handled, byte[] payload) {
            this.id = id;
            this.issueId = issueId;
            this.happenedAt = happenedAt;
            this.handled = handled;
            this.payload = payload;
        }
    }

    @Embeddable
    record CounterId(
            @Column(name = "issue_id") long issueId,
            @Column(name = "hour_of") Instant hour) {}

    @Entity
    @Table(name = "counter")
    static class Counter {
        @EmbeddedId
        CounterId id;

        long amount;

        Counter() {}

        Counter(CounterId id, long amount) {
            this.id = id;
            this.amount = amount;
        }
    }

    static class IssueUserId {
        long issueId;
        String userHash;

        IssueUserId() {}

        IssueUserId(long issueId, String userHash) {
            this.issueId = issueId;
            this.userHash = userHash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof IssueUserId that && issueId == that.issueId && userHash.equals(that.userHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(issueId, userHash);
        }
    }

    @Entity
    @Table(name = "issue_user")
    @IdClass(IssueUserId.class)
    static class IssueUser {
        @Id
        @Column(name = "issue_id")
        long issueId;

        @Id
        @Column(name = "user_hash")
        String userHash;

        String note;

        IssueUser() {}

        IssueUser(long issueId, String userHash, String note) {
            this.issueId = issueId;
            this.userHash = userHash;
            this.note = note;
        }
    }

    record EventLine(UUID id, Instant happenedAt) {}

    /** Opens connections with the driver itself, never through {@link java.sql.DriverManager}. */
    record DriverDataSource(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return getConnection("tracker", "secret");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            return new Driver().connect(url, properties);
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    /** No column of ours is JSON or XML; without a mapper Hibernate would look for one among the host's libraries. */
    static final class NoFormat implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }

    /** The migrations, given by name instead of found by scanning the class path. */
    record Scripts(Map<String, String> scripts) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            String text = scripts.get(name);
            return text == null ? null : new Script(name, text);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.entrySet().stream()
                    .filter(script -> script.getKey().startsWith(prefix))
                    .filter(script -> List.of(suffixes).stream()
                            .anyMatch(suffix ->
                                    script.getKey().toLowerCase(Locale.ROOT).endsWith(suffix)))
                    .<LoadableResource>map(script -> new Script(script.getKey(), script.getValue()))
                    .toList();
        }
    }

    static final class Script extends StringResource {
        private final String name;

        Script(String name, String text) {
            super(text);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }

    static final class NoJavaMigrations implements ClassProvider<JavaMigration> {
        @Override
        public Collection<Class<? extends JavaMigration>> getClasses() {
            return List.of();
        }
    }
}
