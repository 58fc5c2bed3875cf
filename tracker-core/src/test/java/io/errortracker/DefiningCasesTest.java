package io.errortracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.alert.AlertRule;
import io.errortracker.alert.RuleText;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.event.Level;
import io.errortracker.event.User;
import io.errortracker.health.DropReason;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When it alerts and when it is silent. Each test is a sentence of the specification, told through the whole tracker. */
@Timeout(120)
class DefiningCasesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final Map<String, String> settings = new LinkedHashMap<>();
    private TrackerRuntime runtime;

    private void anApplicationRuns(String... keysAndValues) {
        settings.put("tracker.store.directory", directory.toString());
        settings.put("tracker.alert.actions", "log");
        settings.put("tracker.storm.per-minute", "1000000");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        Deployment deployment = new Deployment(
                getClass().getClassLoader(), "/shop", "Test Server 1.0", Set.of("io.errortracker"), path -> null);
        runtime = TrackerRuntime.start(deployment, config, clock);
    }

    @AfterEach
    void the_application_stops() {
        runtime.close();
    }

    @Test
    void an_expected_network_failure_dropped_by_a_BeforeSend_never_alerts() {
        anApplicationRuns();
        runtime.useHooks(() -> List.of((event, hint) ->
                "Network request failed".equals(hint.originalThrowable().getMessage()) ? null : event));

        fail(new IllegalStateException("Network request failed"));

        assertThat(alerts()).isEmpty();
        assertThat(runtime.health().droppedCount(DropReason.BEFORE_SEND)).isEqualTo(1);
        fail(new IllegalStateException("Something else failed"));
        assertThat(alerts()).containsExactly(Kind.NEW_ISSUE);
    }

    @Test
    void a_new_issue_always_alerts() {
        anApplicationRuns();

        fail(new IllegalStateException("first"));
        fail(new IllegalStateException("again"));
        fail(new IllegalArgumentException("another kind"));

        assertThat(alerts()).containsExactly(Kind.NEW_ISSUE, Kind.NEW_ISSUE);
    }

    @Test
    void a_resolved_error_that_returns_always_alerts_however_soon() {
        anApplicationRuns();
        fail(new IllegalStateException("it"));

        for (int times = 0; times < 3; times++) {
            resolve();
            clock.pass(Duration.ofMinutes(1));
            fail(new IllegalStateException("it"));
            fail(new IllegalStateException("it"));
        }

        assertThat(alerts()).containsExactly(Kind.NEW_ISSUE, Kind.REGRESSION, Kind.REGRESSION, Kind.REGRESSION);
    }

    @Test
    void an_increase_of_100_per_cent_within_an_hour_alerts_and_one_of_99_does_not() {
        anApplicationRuns();
        for (int hour = 0; hour < 30; hour++) {
            failTimes(100);
            clock.pass(Duration.ofHours(1));
        }
        long before = count(Kind.SPIKE);

        failTimes(199);
        assertThat(count(Kind.SPIKE)).isEqualTo(before);
        failTimes(1);
        assertThat(count(Kind.SPIKE)).isEqualTo(before + 1);
    }

    @Test
    void the_51st_affected_user_alerts_and_the_50th_does_not() {
        anApplicationRuns();
        for (int user = 1; user <= 50; user++) {
            failFor("user " + user);
        }
        assertThat(count(Kind.HIGH_VOLUME)).isZero();

        failFor("user 1");
        assertThat(count(Kind.HIGH_VOLUME)).isZero();
        failFor("user 51");
        assertThat(count(Kind.HIGH_VOLUME)).isEqualTo(1);
        failFor("user 52");
        assertThat(count(Kind.HIGH_VOLUME)).isEqualTo(1);
    }

    @Test
    void a_level_filter_holds() {
        anApplicationRuns("tracker.alert.level", "error");

        say("just so", Level.INFO);
        say("careful", Level.WARNING);
        assertThat(alerts()).isEmpty();
        say("bad", Level.ERROR);
        say("worse", Level.FATAL);
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void an_environment_filter_holds() {
        anApplicationRuns("tracker.environment", "staging", "tracker.alert.environment", "production");
        fail(new IllegalStateException("on staging"));
        assertThat(alerts()).isEmpty();
        runtime.close();

        anApplicationRuns("tracker.environment", "production");
        fail(new IllegalArgumentException("in production"));
        assertThat(alerts()).containsExactly(Kind.NEW_ISSUE);
    }

    @Test
    void a_rule_of_ones_own_looks_at_tags_releases_entry_points_and_the_age_of_the_issue() {
        anApplicationRuns(
                "tracker.release",
                "1.4.3",
                "tracker.alert.rules",
                "Checkout: 3 events in 5m, tag.section=checkout, release=1.4*, age<1d; Old: 1 events in 5m, age>1d");

        failIn("basket");
        failIn("checkout");
        failIn("checkout");
        assertThat(count(Kind.CUSTOM)).isZero();
        failIn("checkout");
        assertThat(rulesOf(Kind.CUSTOM)).containsExactly("Checkout");

        clock.pass(Duration.ofHours(25));
        failIn("basket");
        assertThat(rulesOf(Kind.CUSTOM)).containsExactly("Old", "Checkout");
    }

    @Test
    void events_and_users_may_be_demanded_both() {
        anApplicationRuns("tracker.alert.rules", "Both: 4 events and 2 users in 10m");

        failFor("a");
        failFor("a");
        failFor("a");
        failFor("a");
        assertThat(count(Kind.CUSTOM)).isZero();
        failFor("b");
        assertThat(count(Kind.CUSTOM)).isEqualTo(1);
    }

    @Test
    void a_rule_keeps_quiet_about_an_issue_for_half_an_hour() {
        anApplicationRuns("tracker.alert.rules", "Any: 1 events in 5m");

        fail(new IllegalStateException("it"));
        clock.pass(Duration.ofMinutes(29));
        fail(new IllegalStateException("it"));
        assertThat(count(Kind.CUSTOM)).isEqualTo(1);
        clock.pass(Duration.ofMinutes(2));
        fail(new IllegalStateException("it"));
        assertThat(count(Kind.CUSTOM)).isEqualTo(2);
    }

    @Test
    void what_left_the_window_does_not_count() {
        anApplicationRuns("tracker.alert.rules", "Three: 3 events in 5m");

        failTimes(2);
        clock.pass(Duration.ofMinutes(6));
        failTimes(2);
        assertThat(count(Kind.CUSTOM)).isZero();
        failTimes(1);
        assertThat(count(Kind.CUSTOM)).isEqualTo(1);
    }

    @Test
    void an_ignored_issue_is_silent() {
        anApplicationRuns("tracker.alert.rules", "Any: 2 events in 5m");
        failTimes(1);
        runtime.issues().setStatus(List.of(theOnlyIssue().id()), IssueStatus.IGNORED, "jo");

        failTimes(100);

        assertThat(alerts()).containsExactly(Kind.NEW_ISSUE);
    }

    @Test
    void a_paused_or_muted_rule_is_silent_and_goes_on_counting() {
        anApplicationRuns("tracker.alert.rules", "Any: 3 events in 5m");
        runtime.alerts().pause("new-issue", true, "jo");
        runtime.alerts().mute("config:Any", clock.instant().plus(Duration.ofMinutes(2)), "jo");

        failTimes(5);
        assertThat(alerts()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        failTimes(1);
        assertThat(alerts()).containsExactly(Kind.CUSTOM);
    }

    @Test
    void a_rule_made_on_the_page_holds_at_once_and_after_a_restart() {
        anApplicationRuns();
        AlertRule rule = RuleText.parse("Mine: 2 events in 1h");
        assertThat(runtime.alerts().save(rule, "jo")).isPresent();

        fail(new IllegalStateException("it"));
        runtime.close();
        anApplicationRuns();
        fail(new IllegalStateException("it"));

        assertThat(rulesOf(Kind.CUSTOM)).containsExactly("Mine");
    }

    private void fail(RuntimeException failure) {
        runtime.tracker().captureException(failure);
        runtime.tracker().flush(LONG);
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            runtime.tracker().captureException(new IllegalStateException("it"));
        }
        runtime.tracker().flush(LONG);
    }

    private void failFor(String user) {
        runtime.tracker().captureException(new IllegalStateException("it"), event -> event.user(User.withId(user)));
        runtime.tracker().flush(LONG);
    }

    private void failIn(String section) {
        runtime.tracker().captureException(new IllegalStateException("it"), event -> event.tag("section", section));
        runtime.tracker().flush(LONG);
    }

    private void say(String message, Level level) {
        runtime.tracker().captureMessage(message, level);
        runtime.tracker().flush(LONG);
    }

    private void resolve() {
        runtime.issues().setStatus(List.of(theOnlyIssue().id()), IssueStatus.RESOLVED, "jo");
    }

    private Issue theOnlyIssue() {
        return runtime.issues().issues(IssueQuery.unresolved()).issues().get(0);
    }

    /** Oldest first. */
    private List<Kind> alerts() {
        List<Kind> kinds = new java.util.ArrayList<>(runtime.alerts().deliveries().stream()
                .map(delivery -> delivery.alert().kind())
                .toList());
        java.util.Collections.reverse(kinds);
        return kinds;
    }

    private long count(Kind kind) {
        return alerts().stream().filter(kind::equals).count();
    }

    private List<String> rulesOf(Kind kind) {
        return runtime.alerts().deliveries().stream()
                .map(Delivery::alert)
                .filter(alert -> alert.kind() == kind)
                .map(alert -> alert.ruleName())
                .toList();
    }
}
