package io.errortracker.store.jpa;

import io.errortracker.bundled.flyway.core.Flyway;
import io.errortracker.bundled.flyway.core.api.ResourceProvider;
import io.errortracker.bundled.flyway.core.api.resource.LoadableResource;
import io.errortracker.bundled.quiet.FlywayLogCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables, brought up to date by Flyway from the migrations beside this class; nothing is searched for on any class path. */
final class Schema {
    private static final List<String> MIGRATIONS = List.of(
            "V1__issues_and_events.sql",
            "V10__alerts.sql",
            "V20__noise.sql",
            "V30__ingest.sql",
            "V40__artifacts_and_releases.sql",
            "V50__fingerprints.sql",
            "V51__regrouping.sql",
            "V60__api_tokens.sql",
            "V61__release_health.sql",
            "V70__regrouped_titles.sql");

    private Schema() {}

    static void migrate(DataSource source, Map<String, String> placeholders) {
        Flyway.configure(Schema.class.getClassLoader())
                .loggers(FlywayLogCreator.class.getName())
                .dataSource(source)
                .placeholders(placeholders)
                .table("schema_history")
                .resourceProvider(new OwnMigrations())
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    private static final class OwnMigrations implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return MIGRATIONS.contains(name) ? new Migration(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return MIGRATIONS.stream()
                    .filter(name -> name.startsWith(prefix) && List.of(suffixes).contains(".sql"))
                    .map(name -> (LoadableResource) new Migration(name))
                    .toList();
        }
    }

    private static final class Migration extends LoadableResource {
        private final String name;

        Migration(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream sql = Schema.class.getResourceAsStream(name)) {
                if (sql == null) {
                    throw new IOException("Missing migration " + name);
                }
                return new StringReader(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
