package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.SessionFactory;
import io.errortracker.bundled.hibernate.boot.MetadataSources;
import io.errortracker.bundled.hibernate.boot.registry.BootstrapServiceRegistry;
import io.errortracker.bundled.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import io.errortracker.bundled.hibernate.boot.registry.StandardServiceRegistry;
import io.errortracker.bundled.hibernate.boot.registry.StandardServiceRegistryBuilder;
import io.errortracker.bundled.hibernate.cfg.AvailableSettings;
import io.errortracker.bundled.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Boots Hibernate so that it neither sees nor disturbs what the server and the application have of the kind. */
final class Sessions implements AutoCloseable {
    static final int BATCH = 500;
    private static final List<Class<?>> ROWS = List.of(
            IssueRow.class,
            EventRow.class,
            PayloadRow.class,
            ActivityRow.class,
            IgnoreRuleRow.class,
            IngestedEventRow.class,
            EventTraceRow.class,
            SpanRow.class,
            ChunkRow.class,
            BundleRow.class,
            FileRow.class,
            PieceRow.class,
            MergeRow.class,
            AlertRow.class,
            AlertRuleRow.class,
            DeliveryRow.class);

    private final BootstrapServiceRegistry bootstrap;
    private final StandardServiceRegistry services;
    private final SessionFactory factory;

    private Sessions(BootstrapServiceRegistry bootstrap, StandardServiceRegistry services, SessionFactory factory) {
        this.bootstrap = bootstrap;
        this.services = services;
        this.factory = factory;
    }

    /** The context class loader hides the server's libraries while Hibernate boots. */
    static Sessions boot(DataSource source, String dialect) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return build(source, dialect);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Sessions build(DataSource source, String dialect) {
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(Sessions.class.getClassLoader())
                .build();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings(source, dialect))
                .build();
        MetadataSources sources = new MetadataSources(services);
        ROWS.forEach(sources::addAnnotatedClass);
        return new Sessions(bootstrap, services, sources.buildMetadata().buildSessionFactory());
    }

    private static Map<String, Object> settings(DataSource source, String dialect) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
        settings.put(AvailableSettings.DIALECT, dialect);
        settings.put(AvailableSettings.XML_MAPPING_ENABLED, false);
        settings.put(AvailableSettings.ALLOW_METADATA_ON_BOOT, false);
        settings.put(AvailableSettings.TRANSACTION_COORDINATOR_STRATEGY, "jdbc");
        settings.put(AvailableSettings.JTA_PLATFORM, NoJtaPlatform.INSTANCE);
        settings.put(AvailableSettings.JAKARTA_VALIDATION_MODE, "none");
        settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        settings.put(AvailableSettings.USE_QUERY_CACHE, false);
        settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH);
        settings.put(AvailableSettings.JSON_FORMAT_MAPPER, new NoFormat());
        settings.put(AvailableSettings.XML_FORMAT_MAPPER, new NoFormat());
        return settings;
    }

    SessionFactory factory() {
        return factory;
    }

    @Override
    public void close() {
        factory.close();
        StandardServiceRegistryBuilder.destroy(services);
        BootstrapServiceRegistryBuilder.destroy(bootstrap);
    }
}
