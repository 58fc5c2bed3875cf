package io.errortracker.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.EventLimits;
import io.errortracker.group.Grouper;
import io.errortracker.health.SelfHealth;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.pipeline.Stages;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.Settled;
import io.errortracker.scrub.ScrubRules;
import io.errortracker.scrub.Scrubber;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 secrets, 40 kinds in each of 5 places of an event, go the whole way into the database's file. None of them may be in any file or in
 * the log afterwards, and all of them must be when nothing is scrubbed: else the search would prove nothing.
 */
class CanariesAtRestTest {
    private final Clock clock = Clock.systemUTC();

    @TempDir
    private Path directory;

    @Test
    void no_canary_reaches_the_disk_or_the_log() throws IOException {
        Set<String> found = survivors(new Scrubber(ScrubRules.defaults()));

        System.Logger log = System.getLogger("canaries");
        log.log(System.Logger.Level.INFO, "canaries={0} leaked={1}", secrets().size(), found.size());
        assertThat(found).isEmpty();
    }

    @Test
    void without_a_scrubber_every_canary_is_found() throws IOException {
        Set<String> missing = new TreeSet<>(secrets());
        missing.removeAll(survivors(event -> event));

        assertThat(secrets()).hasSize(200);
        assertThat(missing).isEmpty();
    }

    private static Set<String> secrets() {
        Set<String> secrets = new HashSet<>();
        for (Carrier carrier : Carrier.values()) {
            Canary.all(carrier.ordinal()).forEach(canary -> secrets.add(canary.secret()));
        }
        return secrets;
    }

    /** Which secrets are in a file or the log after everything was stored and the database closed. */
    private Set<String> survivors(UnaryOperator<ErrorEvent> scrub) throws IOException {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        Handler listener = listening(logged);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            store(scrub);
        } finally {
            root.removeHandler(listener);
        }
        ByteSearch search = new ByteSearch(secrets());
        Set<String> found = new HashSet<>(search.find(logged.toByteArray()));
        List<Path> files = files();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            found.addAll(search.find(Files.readAllBytes(file)));
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void store(UnaryOperator<ErrorEvent> scrub) {
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.canaries"));
        StoreSettings settings = new StoreSettings(
                new StoreLocation.File(directory.resolve("errors")),
                "shop",
                new RetentionPolicy(Duration.ofDays(90), 20_000, 512L << 20),
                clock,
                health);
        try (JpaStore store = JpaStore.create(settings)) {
            Pipeline pipeline = new Pipeline(stages(scrub), store, item -> null, changes -> {}, health, clock);
            pipeline.accept(events(), false);
            assertThat(pipeline.isDone()).isTrue();
            assertThat(health.storedCount()).isEqualTo(200);
            assertThat(store.issues(IssueQuery.unresolved()).issues()).isNotEmpty();
        }
    }

    private static Stages stages(UnaryOperator<ErrorEvent> scrub) {
        Grouper grouper = new Grouper();
        return new Stages(
                event -> null,
                EventLimits::limit,
                scrub,
                Stages.Hook.NONE,
                grouper::group,
                fingerprint -> null,
                event -> {},
                now -> List.of());
    }

    private static List<Deferred<ErrorEvent>> events() {
        List<Deferred<ErrorEvent>> events = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            for (Canary canary : Canary.all(carrier.ordinal())) {
                ErrorEvent.Builder event = ErrorEvent.builder(ErrorEvent.newId(), Instant.now());
                ErrorEvent made = carrier.put(canary.text(), event).build();
                events.add(new Settled<>(() -> made));
            }
        }
        return events;
    }

    private static Handler listening(ByteArrayOutputStream logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                String line = record.getMessage() + " " + java.util.Arrays.toString(record.getParameters()) + " "
                        + record.getThrown();
                logged.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
