package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.issue.Change;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.Batch;
import io.errortracker.store.Events;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueMerging.KnownFingerprint;
import io.errortracker.store.IssueMerging.Merge;
import io.errortracker.store.IssueQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which fingerprints lead to which issue, by versions of the algorithm and by people. */
abstract class MergingContract implements Located {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int HOURS = 48;

    private final SteppedClock clock = new SteppedClock(NOW);
    private JpaStore store;
    private IssueMerging merging;

    @BeforeEach
    void open() {
        store = store(clock);
        merging = store.merging();
    }

    private JpaStore store(Clock time) {
        return JpaStore.create(Stores.settings(location(), time));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_error_known_to_an_older_version_of_the_algorithm_is_not_announced_as_new() {
        Issue known = record(Events.of("Old", NOW));

        Change change = recorded(withEarlier("New", "Old"));

        assertThat(change).isInstanceOf(Change.Repeated.class);
        assertThat(change.issue().id()).isEqualTo(known.id());
        assertThat(recorded(withEarlier("New", "Other")).issue().id()).isEqualTo(known.id());
        assertThat(merging.fingerprints(known.id()))
                .extracting(KnownFingerprint::hash)
                .containsExactlyInAnyOrder(Events.hash("Old"), Events.hash("New"), Events.hash("Other"));
    }

    @Test
    void a_node_that_still_runs_the_older_version_finds_the_issue_too() {
        Issue made = recorded(withEarlier("New", "Old")).issue();

        assertThat(record(Events.of("Old", NOW)).id()).isEqualTo(made.id());
    }

    @Test
    void events_of_one_batch_that_share_only_an_older_fingerprint_are_two_issues() {
        List<Change> changes = store.record(Events.stored(withEarlier("A", "Old"), withEarlier("B", "Old")));

        assertThat(changes).extracting(change -> change.issue().id()).containsExactly(1L, 2L);
        assertThat(store.issues(IssueQuery.unresolved()).issues()).hasSize(2);
    }

    @Test
    void what_people_merged_stays_merged_under_a_new_version() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        merge(first, second);

        assertThat(recorded(withEarlier("B2", "B")).issue().id()).isEqualTo(first.id());
    }

    @Test
    void what_people_took_apart_stays_apart_when_a_new_version_says_it_is_one() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        Merge merge = merge(first, second);
        merging.undo(merge.id(), "ada");

        recorded(withEarlier("AB", "A"));

        assertThat(recorded(withEarlier("AB", "B")).issue().id()).isEqualTo(second.id());
    }

    @Test
    void the_survivor_of_a_merge_has_what_both_had() {
        Issue first = record(Events.by("ada", "A", NOW.minusSeconds(7_200)), Events.by("bob", "A", NOW));
        Issue second = record(
                Events.by("bob", "B", NOW.minusSeconds(9_000)),
                Events.of("B", NOW.plusSeconds(60), event -> event.environment("staging")
                        .release("2.0")));

        Merge merge = merge(first, second);

        Issue survivor = store.issue(first.id()).orElseThrow();
        assertThat(survivor.events()).isEqualTo(4);
        assertThat(survivor.users()).isEqualTo(2);
        assertThat(survivor.firstSeen()).isEqualTo(NOW.minusSeconds(9_000));
        assertThat(survivor.lastSeen()).isEqualTo(NOW.plusSeconds(60));
        assertThat(survivor.lastRelease()).isEqualTo("2.0");
        assertThat(hours(first)).isEqualTo(4);
        assertThat(store.events(first.id(), null, 10).events()).hasSize(4);
        assertThat(inEnvironment("staging")).containsExactly(first.id());
        assertThat(merge.merged()).isEqualTo("SHOP-2");
        assertThat(merging.mergedInto(first.id())).containsExactly(merge);
    }

    @Test
    void a_merged_issue_is_in_no_list_and_its_short_id_leads_to_the_survivor() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        Issue third = record(Events.of("C", NOW));
        merge(second, third);
        merge(first, second);

        assertThat(store.issues(IssueQuery.unresolved()).issues()).hasSize(1);
        assertThat(store.issues(IssueQuery.unresolved().withStatus(null)).issues())
                .hasSize(1);
        assertThat(store.countByStatus(IssueQuery.unresolved())).containsEntry(IssueStatus.UNRESOLVED, 1L);
        assertThat(store.issue("SHOP-3").orElseThrow().id()).isEqualTo(first.id());
        assertThat(store.issue("SHOP-2").orElseThrow().events()).isEqualTo(3);
        assertThat(store.setStatus(List.of(third.id()), IssueStatus.RESOLVED, "ada"))
                .isZero();
    }

    @Test
    void an_unresolved_issue_keeps_the_survivor_unresolved_and_undoing_resolves_it_again() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        store.setStatus(List.of(first.id()), IssueStatus.RESOLVED, "ada");

        Merge merge = merge(first, second);

        assertThat(store.issue(first.id()).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);
        merging.undo(merge.id(), "ada");
        assertThat(store.issue(first.id()).orElseThrow().status()).isEqualTo(IssueStatus.RESOLVED);
        assertThat(store.issue(second.id()).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);
    }

    @Test
    void an_undone_merge_leaves_two_issues_as_they_were() {
        Issue first = record(Events.by("ada", "A", NOW), Events.by("bob", "A", NOW.minusSeconds(4_000)));
        Issue second = record(
                Events.of("B", NOW.minusSeconds(8_000), event -> event.environment("staging")
                        .release("0.9")),
                Events.by("eve", "B", NOW.plusSeconds(5)));
        Issue before = store.issue(first.id()).orElseThrow();
        Issue otherBefore = store.issue(second.id()).orElseThrow();
        Merge merge = merge(first, second);
        clock.pass(Duration.ofMinutes(1));

        assertThat(merging.undo(merge.id(), "ada")).contains(merge);

        assertThat(store.issue(first.id())).contains(before);
        assertThat(store.issue(second.id())).contains(otherBefore);
        assertThat(hours(first)).isEqualTo(2);
        assertThat(hours(second)).isEqualTo(2);
        assertThat(inEnvironment("staging")).containsExactly(second.id());
        assertThat(store.events(second.id(), null, 10).events()).hasSize(2);
        assertThat(merging.mergedInto(first.id())).isEmpty();
        assertThat(merging.undo(merge.id(), "ada")).isEmpty();
        assertThat(kinds(first)).startsWith(Activity.Kind.UNMERGED, Activity.Kind.MERGED);
    }

    @Test
    void events_since_the_merge_come_apart_too_and_their_number_is_exact() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        Merge merge = merge(first, second);
        clock.pass(Duration.ofHours(2));
        Instant later = NOW.plus(Duration.ofHours(2));
        record(Events.of("B", later), Events.of("A", later));
        store.record(new Batch(List.of(), List.of(Events.of("B", later)), List.of()));
        store.record(new Batch(List.of(), List.of(), List.of(new Batch.Tally(Events.hash("B"), later, 5))));

        merging.undo(merge.id(), "ada");

        assertThat(store.issue(first.id()).orElseThrow().events()).isEqualTo(2);
        assertThat(store.issue(second.id()).orElseThrow().events()).isEqualTo(8);
        assertThat(store.events(second.id(), null, 10).events()).hasSize(2);
        assertThat(store.issue(second.id()).orElseThrow().lastSeen()).isEqualTo(later);
    }

    @Test
    void a_merge_whose_survivor_was_merged_itself_is_undone_after_that() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        Issue third = record(Events.of("C", NOW));
        Merge inner = merge(second, third);
        Merge outer = merge(first, second);

        assertThat(merging.undo(inner.id(), "ada")).isEmpty();
        merging.undo(outer.id(), "ada");
        assertThat(store.issue(second.id()).orElseThrow().events()).isEqualTo(2);
        assertThat(merging.undo(inner.id(), "ada")).isPresent();
        assertThat(store.issues(IssueQuery.unresolved()).issues())
                .extracting(Issue::events)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void a_fingerprint_that_is_split_off_becomes_an_issue_with_its_own_events() {
        Issue issue = recorded(withEarlier("New", "Old")).issue();
        record(
                Events.of("Old", NOW.plusSeconds(9), event -> event.user(io.errortracker.event.User.withId("eve"))
                        .environment("staging")
                        .release("3.0")),
                withEarlier("New", "Old"));

        String shortId = merging.split(issue.id(), Events.hash("Old"), "ada").orElseThrow();

        Issue own = store.issue(shortId).orElseThrow();
        assertThat(own.events()).isEqualTo(1);
        assertThat(own.users()).isEqualTo(1);
        assertThat(own.firstRelease()).isEqualTo("3.0");
        assertThat(own.firstSeen()).isEqualTo(NOW.plusSeconds(9));
        assertThat(store.issue(issue.id()).orElseThrow().events()).isEqualTo(2);
        assertThat(hours(own)).isEqualTo(1);
        assertThat(hours(issue)).isEqualTo(2);
        assertThat(inEnvironment("staging")).contains(own.id());
        assertThat(record(Events.of("Old", NOW)).id()).isEqualTo(own.id());
        assertThat(recorded(withEarlier("New", "Old")).issue().id())
                .as("people's word goes before the newer version's")
                .isEqualTo(own.id());
    }

    @Test
    void what_only_the_newer_version_tells_apart_is_apart_unless_the_older_grouped_it() {
        Issue known = record(Events.of("Old", NOW));

        Issue first = record(withEarlier("New", "Old"));
        Issue fresh = record(withEarlier("A", "Coarse"), withEarlier("B", "Coarse"));
        Issue again = record(withEarlier("C", "Coarse"));

        assertThat(first.id()).isEqualTo(known.id());
        assertThat(store.issues(IssueQuery.unresolved()).issues()).hasSize(4);
        assertThat(again.id()).isNotEqualTo(fresh.id());
    }

    @Test
    void the_fingerprint_an_issue_began_with_stays() {
        Issue issue = record(Events.of("A", NOW));

        assertThat(merging.split(issue.id(), Events.hash("A"), "ada")).isEmpty();
        assertThat(merging.split(issue.id(), Events.hash("B"), "ada")).isEmpty();
    }

    @Test
    void deleting_the_survivor_deletes_what_went_into_it() {
        Issue first = record(Events.of("A", NOW));
        Issue second = record(Events.of("B", NOW));
        merge(first, second);

        assertThat(store.delete(List.of(first.id()), "ada")).isEqualTo(1);

        assertThat(recorded(Events.of("B", NOW))).isInstanceOf(Change.FirstSeen.class);
        assertThat(recorded(Events.of("A", NOW))).isInstanceOf(Change.FirstSeen.class);
        assertThat(store.issue(second.id())).isEmpty();
    }

    @Test
    void merging_with_itself_or_with_what_is_not_there_does_nothing() {
        Issue issue = record(Events.of("A", NOW));

        assertThat(merging.merge(issue.id(), List.of(issue.id(), 99L), "ada")).isEmpty();
        assertThat(merging.merge(99L, List.of(issue.id()), "ada")).isEmpty();
        assertThat(store.issue(issue.id()).orElseThrow().events()).isEqualTo(1);
    }

    private Merge merge(Issue survivor, Issue other) {
        return merging.merge(survivor.id(), List.of(other.id()), "ada").get(0);
    }

    private Issue record(GroupedEvent... events) {
        List<Change> changes = store.record(Events.stored(events));
        return changes.get(changes.size() - 1).issue();
    }

    private Change recorded(GroupedEvent event) {
        return store.record(Events.stored(event)).get(0);
    }

    private static GroupedEvent withEarlier(String type, String earlier) {
        GroupedEvent event = Events.of(type, NOW);
        Fingerprint newest = new Fingerprint(event.fingerprint().hash(), 2, List.of());
        return new GroupedEvent(
                event.event(),
                newest,
                List.of(new Fingerprint(Events.hash(earlier), 1, List.of())),
                event.type(),
                event.value(),
                event.culprit());
    }

    private long hours(Issue issue) {
        long[] hours = store.hourly(List.of(issue.id()), NOW.plus(Duration.ofHours(3)), HOURS)
                .get(issue.id());
        return IntStream.range(0, HOURS).mapToLong(hour -> hours[hour]).sum();
    }

    private List<Long> inEnvironment(String name) {
        IssueQuery query = new IssueQuery(null, "", name, null, null, IssueQuery.Sort.LAST_SEEN, null, 10);
        return store.issues(query).issues().stream().map(Issue::id).toList();
    }

    private List<Activity.Kind> kinds(Issue issue) {
        return store.activity(issue.id(), 10).stream().map(Activity::what).toList();
    }
}
