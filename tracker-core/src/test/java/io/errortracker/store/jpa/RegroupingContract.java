package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.ErrorEvent;
import io.errortracker.group.Grouper;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Issue;
import io.errortracker.regroup.LiveGrouper;
import io.errortracker.regroup.Preview;
import io.errortracker.regroup.Regrouper;
import io.errortracker.regroup.Regrouper.Selection;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.RegroupStore.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that people write, and stored events grouped anew by them. */
abstract class RegroupingContract implements Located {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String TOGETHER =
            "type:TimeoutHere -> timeout title=\"Timeout\"; type:TimeoutThere -> timeout";
    private static final String BY_TENANT = "type:TimeoutHere -> {{ default }}, {{ tag.tenant }}";

    private final SteppedClock clock = new SteppedClock(NOW);
    private JpaStore store;
    private LiveGrouper live;
    private Regrouper regrouper;

    @BeforeEach
    void open() {
        store = store(clock);
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
        live = new LiveGrouper("", store.groupingRules(), health, clock);
        regrouper = new Regrouper(live, store.groupingRules(), store.regrouping());
    }

    private JpaStore store(Clock time) {
        return JpaStore.create(Stores.settings(location(), time));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void kept_rules_apply_at_once_here_and_within_five_seconds_on_another_node() {
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
        LiveGrouper other = new LiveGrouper("", store.groupingRules(), health, clock);
        ErrorEvent event = Events.of("TimeoutHere", NOW).event();
        String before = hash(other, event);

        regrouper.keepRules(TOGETHER, "ada");

        assertThat(live.group(event).type()).isEqualTo("Timeout");
        assertThat(hash(other, event)).isEqualTo(before);
        clock.pass(Duration.ofSeconds(5));
        assertThat(hash(other, event)).isEqualTo(hash(live, event)).isNotEqualTo(before);
    }

    @Test
    void rules_of_the_pages_go_before_those_of_the_configuration() {
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
        LiveGrouper configured =
                new LiveGrouper("type:TimeoutHere -> mine; type:* -> all", store.groupingRules(), health, clock);
        regrouper.keepRules("type:TimeoutThere -> mine", "ada");

        assertThat(hash(configured, Events.of("TimeoutHere", NOW).event()))
                .isEqualTo(hash(configured, Events.of("TimeoutThere", NOW).event()));
    }

    @Test
    void a_rule_that_cannot_be_understood_is_refused_with_its_place() {
        assertThat(regrouper.problemOf("type: -> x")).isPresent();
        assertThat(regrouper.problemOf("x".repeat(20_000))).isPresent();
        assertThat(regrouper.problemOf(TOGETHER)).isEmpty();
        assertThat(regrouper.problemOf("")).isEmpty();
    }

    @Test
    void a_preview_tells_what_would_join_and_changes_nothing() {
        record("TimeoutHere", "TimeoutHere", "TimeoutThere", "Other");
        List<Issue> before = issues();

        Preview preview = regrouper.preview(Selection.everything(), TOGETHER);

        assertThat(preview.joins()).singleElement().satisfies(join -> {
            assertThat(join.issue()).isEqualTo("SHOP-2");
            assertThat(join.into()).isEqualTo("SHOP-1");
            assertThat(join.events()).isEqualTo(1);
        });
        assertThat(preview.parts()).isEmpty();
        assertThat(preview.renamed()).isEqualTo(2);
        assertThat(preview.events()).isEqualTo(4);
        assertThat(issues()).isEqualTo(before);
    }

    @Test
    void applying_joins_the_issues_and_undoing_takes_them_apart() {
        record("TimeoutHere", "TimeoutHere", "TimeoutThere", "Other");
        List<Issue> before = issues();
        regrouper.keepRules(TOGETHER, "ada");

        Run run = regrouper.apply(Selection.everything(), "one timeout", "ada");

        assertThat(run.events()).isEqualTo(3);
        assertThat(issues()).extracting(Issue::events).containsExactlyInAnyOrder(3L, 1L);
        assertThat(store.issue("SHOP-2").orElseThrow().shortId()).isEqualTo("SHOP-1");
        assertThat(hours(1)).isEqualTo(3);
        assertThat(regrouper.preview(Selection.everything()).isEmpty()).isTrue();

        regrouper.undo(run.id(), "ada");

        assertThat(store.issue("SHOP-2").orElseThrow().events()).isEqualTo(1);
        assertThat(issues()).hasSameSizeAs(before);
        assertThat(store.events(2, null, 10).events()).hasSize(1);
        assertThat(hours(2)).isEqualTo(1);
        assertThat(regrouper.undo(run.id(), "ada")).isEmpty();
        assertThat(regrouper.runs(5)).singleElement().satisfies(told -> assertThat(told.undone())
                .isTrue());
    }

    @Test
    void applying_splits_an_issue_and_undoing_puts_it_together_again() {
        for (String tenant : List.of("a", "a", "b")) {
            store.record(Events.stored(live.group(event("TimeoutHere", tenant))));
        }
        List<Issue> before = issues();
        regrouper.keepRules(BY_TENANT, "ada");

        Preview preview = regrouper.preview(Selection.everything());
        Run run = regrouper.apply(Selection.everything(), "by tenant", "ada");

        assertThat(preview.parts()).singleElement().satisfies(part -> {
            assertThat(part.events()).isEqualTo(1);
            assertThat(part.to()).isNull();
        });
        assertThat(issues()).extracting(Issue::events).containsExactlyInAnyOrder(2L, 1L);
        assertThat(store.issue(2).orElseThrow().users()).isEqualTo(1);
        assertThat(hours(2)).isEqualTo(1);
        assertThat(store.record(Events.stored(live.group(event("TimeoutHere", "b"))))
                        .get(0)
                        .issue()
                        .id())
                .isEqualTo(2);

        regrouper.undo(run.id(), "ada");

        assertThat(store.issue(1).orElseThrow().events())
                .as("with the one that came since")
                .isEqualTo(before.get(0).events() + 1);
        assertThat(store.events(1, null, 10).events()).hasSize(4);
        assertThat(hours(1)).isEqualTo(4);
        assertThat(store.issue(2)).isEmpty();
        assertThat(store.record(Events.stored(live.group(event("TimeoutHere", "b"))))
                        .get(0)
                        .issue()
                        .id())
                .as("people said no")
                .isEqualTo(1);
    }

    @Test
    void only_the_events_of_the_selection_are_looked_at_and_may_be_changed_first() {
        store.record(Events.stored(live.group(event("TimeoutHere", "a"))));
        store.record(
                Events.stored(live.group(event("TimeoutHere", "a").with(change -> change.platform("javascript")))));
        Selection script = new Selection(
                "javascript", "1.0", event -> event.with(change -> change.fingerprint(List.of("symbolicated"))));

        Preview preview = regrouper.preview(script);

        assertThat(preview.events()).isEqualTo(1);
        assertThat(preview.renamed() + preview.parts().size()).isEqualTo(1);
        assertThat(regrouper
                        .preview(new Selection("java", "9.9", event -> event))
                        .events())
                .isZero();
    }

    @Test
    void what_people_placed_stays() {
        record("TimeoutHere", "TimeoutThere");
        store.merging().merge(1, List.of(2L), "ada");

        Preview preview = regrouper.preview(Selection.everything(), "type:TimeoutThere -> elsewhere");

        assertThat(preview.isEmpty()).isTrue();
    }

    private void record(String... types) {
        for (String type : types) {
            recorded(type);
        }
    }

    private long recorded(String type) {
        return store.record(Events.stored(live.group(event(type, "a"))))
                .get(0)
                .issue()
                .id();
    }

    private static ErrorEvent event(String type, String tenant) {
        return Events.by("jo", type, NOW).event().with(change -> change.tag("tenant", tenant));
    }

    private String hash(LiveGrouper grouper, ErrorEvent event) {
        return grouper.group(event).fingerprint().hash();
    }

    private List<Issue> issues() {
        return store.issues(IssueQuery.unresolved()).issues();
    }

    private long hours(long issue) {
        return Arrays.stream(store.hourly(List.of(issue), NOW, 24).get(issue)).sum();
    }

    @Test
    void the_grouper_without_rules_is_the_algorithm() {
        ErrorEvent event = event("Other", "a");

        assertThat(hash(live, event))
                .isEqualTo(new Grouper().group(event).fingerprint().hash());
    }
}
