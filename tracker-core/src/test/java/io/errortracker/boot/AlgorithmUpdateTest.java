package io.errortracker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.AlertFired;
import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import io.errortracker.group.Grouper;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.regroup.Regrouper.Selection;
import io.errortracker.store.Batch;
import io.errortracker.store.IssueMerging.KnownFingerprint;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tracker starts whose algorithm is newer than the one that its store was filled by. */
class AlgorithmUpdateTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path directory;

    private final Queue<Object> alerts = new ConcurrentLinkedQueue<>();
    private @Nullable TrackerRuntime runtime;

    @AfterEach
    void stop() {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    void a_known_failure_is_not_announced_and_its_issue_is_of_the_new_version_once_it_is_regrouped() {
        storeAsVersion1(failure("bad"));
        TrackerRuntime tracker = start();

        tracker.tracker().captureException(failure("bad"));
        tracker.tracker().captureException(new UnsupportedOperationException("never seen before"));
        assertThat(tracker.tracker().flush(LONG)).isTrue();

        Issue known = issue(tracker, "IllegalStateException");
        assertThat(known.events()).isEqualTo(2);
        assertThat(known.algorithm()).isEqualTo(1);
        assertThat(known.culprit()).isEqualTo("AlgorithmUpdateTest$Rules.sane");
        assertThat(tracker.merging().fingerprints(known.id()))
                .extracting(KnownFingerprint::algorithm)
                .containsExactlyInAnyOrder(1, 2);

        assertThat(tracker.regrouper().preview(Selection.everything()).renamed())
                .isEqualTo(1);
        long run = tracker.regrouper()
                .apply(Selection.everything(), "update", "ada")
                .id();

        Issue regrouped = issue(tracker, "IllegalStateException");
        assertThat(regrouped.id()).isEqualTo(known.id());
        assertThat(regrouped.algorithm()).isEqualTo(2);
        assertThat(regrouped.culprit()).isEqualTo("AlgorithmUpdateTest.failure");

        tracker.regrouper().undo(run, "ada");
        assertThat(issue(tracker, "IllegalStateException").culprit()).isEqualTo(known.culprit());
        stop(tracker);
        assertThat(alerts)
                .filteredOn(AlertFired.class::isInstance)
                .extracting(alert -> ((AlertFired) alert).title())
                .allMatch(title -> title.contains("UnsupportedOperationException"));
    }

    private void stop(TrackerRuntime tracker) {
        tracker.close();
        runtime = null;
    }

    private static Issue issue(TrackerRuntime tracker, String type) {
        List<Issue> issues = tracker.issues().issues(IssueQuery.unresolved()).issues();
        assertThat(issues).hasSize(2);
        return issues.stream()
                .filter(issue -> issue.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** As version 1 left it: without the roles of frames, under a fingerprint made of names. */
    private void storeAsVersion1(Throwable thrown) {
        List<StackFrame> frames = Arrays.stream(thrown.getStackTrace())
                .map(frame -> StackFrame.java(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName(),
                        frame.getLineNumber(),
                        frame.getClassName().startsWith("io.errortracker.boot.")))
                .toList();
        ErrorEvent event = ErrorEvent.builder(ErrorEvent.newId(), CLOCK.instant())
                .sdk("errortracker.java/0.1.0")
                .exceptions(
                        List.of(ExceptionInfo.ofClass(thrown.getClass().getName(), thrown.getMessage(), null, frames)))
                .build();
        GroupedEvent grouped = new Grouper().group(event);
        Fingerprint byNames = new Fingerprint(grouped.fingerprint().hash(), 1, List.of());
        SelfHealth health = new SelfHealth(CLOCK, System.getLogger("io.errortracker.test"));
        JpaStore store = JpaStore.create(new StoreSettings(
                new StoreLocation.File(directory.resolve("shop").resolve("errors")),
                "shop",
                Parts.retention(config()),
                CLOCK,
                health));
        store.record(new Batch(
                List.of(new GroupedEvent(event, byNames, grouped.type(), grouped.value(), grouped.culprit())),
                List.of(),
                List.of()));
        store.close();
    }

    private TrackerRuntime start() {
        Deployment deployment = new Deployment(
                getClass().getClassLoader(), "/shop", "Test Server 1.0", Set.of("io.errortracker.boot"), path -> null);
        TrackerRuntime started = TrackerRuntime.start(deployment, config(), CLOCK);
        started.useAlertObservers(alerts::add);
        runtime = started;
        return started;
    }

    private TrackerConfig config() {
        Map<String, String> settings = Map.of("tracker.store.directory", directory.toString());
        return TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
    }

    /** Through a guard that no name tells of. */
    private static Throwable failure(String what) {
        int[] asked = new int[1];
        try {
            asked[0]++;
            Rules.sane(what);
            return new AssertionError("the guard let " + what + " through");
        } catch (IllegalStateException refused) {
            return refused;
        }
    }

    private static final class Rules {
        static void sane(String what) {
            if (what.equals("bad")) {
                throw new IllegalStateException(what);
            }
        }
    }
}
