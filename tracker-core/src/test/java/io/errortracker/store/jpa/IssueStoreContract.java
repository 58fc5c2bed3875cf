package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.issue.Change;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.Batch;
import io.errortracker.store.EventPage;
import io.errortracker.store.Events;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueQuery.Sort;
import io.errortracker.store.StoreHealth;
import io.errortracker.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do. */
abstract class IssueStoreContract extends OwnStore {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    IssueStoreContract() {
        super(NOW, Stores.KEEP_ALL);
    }

    @Test
    void the_first_event_of_a_fingerprint_makes_an_issue() {
        GroupedEvent event = Events.by("42", "OutOfTea", NOW);

        List<Change> changes = record(event);

        assertThat(changes).singleElement().isInstanceOf(Change.FirstSeen.class);
        assertThat(changes.get(0).cause()).isSameAs(event);
        Issue issue = changes.get(0).issue();
        assertThat(issue.shortId()).isEqualTo("SHOP-1");
        assertThat(issue.title()).isEqualTo("OutOfTea: it failed");
        assertThat(issue.culprit()).isEqualTo("Shop.sell");
        assertThat(issue.transaction()).isEqualTo("GET /things/{id}");
        assertThat(issue.status()).isEqualTo(IssueStatus.UNRESOLVED);
        assertThat(issue.firstSeen()).isEqualTo(NOW);
        assertThat(issue.lastSeen()).isEqualTo(NOW);
        assertThat(issue.firstRelease()).isEqualTo("1.0");
        assertThat(issue.events()).isEqualTo(1);
        assertThat(issue.users()).isEqualTo(1);
        assertThat(store.issue(issue.id())).contains(issue);
        assertThat(store.issue("shop-1")).contains(issue);
        assertThat(store.issue("SHOP-2")).isEmpty();
        assertThat(store.issue("shop-x")).isEmpty();
        assertThat(activities(issue)).containsExactly(Activity.Kind.FIRST_SEEN);
    }

    @Test
    void an_event_is_read_as_it_was_recorded() {
        GroupedEvent event = Events.of("OutOfTea", NOW, builder -> builder.tag("colour", "green")
                .extra("cups", 3L)
                .level(Level.FATAL));
        long issue = record(event).get(0).issue().id();

        StoredEvent stored = store.latestEvent(issue).orElseThrow();

        assertThat(stored.event()).isEqualTo(event.event());
        assertThat(stored.whyGrouped()).containsExactly("type OutOfTea", "frame Shop.sell");
        assertThat(stored.issueId()).isEqualTo(issue);
        assertThat(store.event(issue, event.event().id())).contains(stored);
        assertThat(store.event(issue + 1, event.event().id())).isEmpty();
        assertThat(store.event(issue, "0".repeat(32))).isEmpty();
    }

    @Test
    void recording_an_event_again_changes_nothing() {
        GroupedEvent first = Events.by("1", "Twice", NOW);
        GroupedEvent second = Events.by("2", "Twice", NOW);
        record(first, first);

        List<Change> again = record(first, second);

        assertThat(again).singleElement().extracting(Change::cause).isSameAs(second);
        Issue issue = again.get(0).issue();
        assertThat(issue.events()).isEqualTo(2);
        assertThat(issue.users()).isEqualTo(2);
        assertThat(sum(store.hourlyTotal(NOW, 24))).isEqualTo(2);
        assertThat(store.events(issue.id(), null, 10).events()).hasSize(2);
    }

    @Test
    void a_batch_tells_a_change_for_each_event_with_the_issue_after_it() {
        List<Change> changes = record(Events.of("A", NOW), Events.of("B", NOW), Events.of("A", NOW.plusSeconds(1)));

        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).isInstanceOf(Change.FirstSeen.class);
        assertThat(changes.get(0).issue().events()).isEqualTo(2);
        assertThat(changes.get(1)).isInstanceOf(Change.FirstSeen.class);
        assertThat(changes.get(2)).isInstanceOf(Change.Repeated.class);
        assertThat(changes.get(2).issue()).isEqualTo(changes.get(0).issue());
    }

    @Test
    void an_event_that_comes_late_does_not_make_the_issue_look_older() {
        record(Events.of("Late", NOW, event -> event.release("2.0")));

        Issue issue = record(Events.of("Late", NOW.minusSeconds(60), event -> event.release("1.0")))
                .get(0)
                .issue();

        assertThat(issue.lastSeen()).isEqualTo(NOW);
        assertThat(issue.lastRelease()).isEqualTo("2.0");
        assertThat(issue.firstSeen()).isEqualTo(NOW.minusSeconds(60));
        assertThat(issue.firstRelease()).isEqualTo("1.0");
    }

    @Test
    void a_resolved_issue_that_happens_again_regresses() {
        Issue issue = record(Events.of("Back", NOW)).get(0).issue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(store.setStatus(List.of(issue.id()), IssueStatus.RESOLVED, "jo"))
                .isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));

        List<Change> changes = record(
                Events.of("Back", NOW.plusSeconds(120), event -> event.release("1.1")),
                Events.of("Back", NOW.plusSeconds(121)));

        assertThat(changes.get(0)).isInstanceOf(Change.Regressed.class);
        assertThat(changes.get(1)).isInstanceOf(Change.Repeated.class);
        Issue back = changes.get(0).issue();
        assertThat(back.status()).isEqualTo(IssueStatus.UNRESOLVED);
        assertThat(back.regressed()).isTrue();
        assertThat(back.statusChanged()).isEqualTo(NOW.plusSeconds(120));
        assertThat(activities(back))
                .containsExactly(Activity.Kind.REGRESSED, Activity.Kind.RESOLVED, Activity.Kind.FIRST_SEEN);
        assertThat(store.activity(back.id(), 10).get(0).detail()).isEqualTo("1.1");
    }

    @Test
    void an_event_from_before_it_was_resolved_does_not_reopen_an_issue() {
        Issue issue = record(Events.of("Slow", NOW)).get(0).issue();
        clock.pass(Duration.ofMinutes(1));
        store.setStatus(List.of(issue.id()), IssueStatus.RESOLVED, "jo");
        clock.pass(Duration.ofMinutes(1));

        Change change = record(Events.of("Slow", NOW.plusSeconds(59))).get(0);

        assertThat(change).isInstanceOf(Change.Repeated.class);
        assertThat(change.issue().status()).isEqualTo(IssueStatus.RESOLVED);
        assertThat(change.issue().events()).isEqualTo(2);
    }

    @Test
    void an_ignored_issue_stays_ignored_and_counts() {
        Issue issue = record(Events.of("Noise", NOW)).get(0).issue();
        store.setStatus(List.of(issue.id()), IssueStatus.IGNORED, "jo");

        Change change = record(Events.of("Noise", NOW.plusSeconds(60))).get(0);

        assertThat(change).isInstanceOf(Change.Repeated.class);
        assertThat(change.issue().status()).isEqualTo(IssueStatus.IGNORED);
        assertThat(change.issue().events()).isEqualTo(2);
    }

    @Test
    void what_is_only_counted_moves_the_counters_and_keeps_no_event() {
        Issue issue = record(Events.by("1", "Storm", NOW)).get(0).issue();

        List<Change> changes = store.record(new Batch(
                List.of(),
                List.of(Events.by("2", "Storm", NOW.plusSeconds(5)), Events.by("1", "Storm", NOW)),
                List.of(
                        new Batch.Tally(Events.hash("Storm"), NOW.plusSeconds(9), 1_000),
                        new Batch.Tally("unknown", NOW, 7))));

        assertThat(changes).hasSize(2).allMatch(Change.Repeated.class::isInstance);
        Issue after = store.issue(issue.id()).orElseThrow();
        assertThat(after.events()).isEqualTo(1_003);
        assertThat(after.users()).isEqualTo(2);
        assertThat(after.lastSeen()).isEqualTo(NOW.plusSeconds(9));
        assertThat(store.events(issue.id(), null, 10).events()).hasSize(1);
        assertThat(sum(store.hourly(List.of(issue.id()), NOW, 1).get(issue.id())))
                .isEqualTo(1_003);
        assertThat(sum(store.hourlyTotal(NOW, 1))).isEqualTo(1_003);
    }

    @Test
    void a_tally_of_a_resolved_issue_reopens_it() {
        Issue issue = record(Events.of("Quiet", NOW)).get(0).issue();
        store.setStatus(List.of(issue.id()), IssueStatus.RESOLVED, "jo");

        store.record(
                new Batch(List.of(), List.of(), List.of(new Batch.Tally(Events.hash("Quiet"), NOW.plusSeconds(1), 3))));

        assertThat(store.issue(issue.id()).orElseThrow().regressed()).isTrue();
    }

    @Test
    void users_are_counted_exactly_up_to_a_thousand() {
        List<GroupedEvent> events = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            events.add(Events.by("user" + i % 600, "Many", NOW));
        }
        record(events);
        assertThat(onlyIssue().users()).isEqualTo(600);

        List<GroupedEvent> more = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            more.add(Events.by("user" + i, "Many", NOW));
        }
        record(more);
        assertThat(onlyIssue().users()).isEqualTo(1_000);
        assertThat(onlyIssue().events()).isEqualTo(2_300);
    }

    @Test
    void hours_end_with_the_present_one() {
        record(Events.of("H", NOW), Events.of("H", NOW.minus(Duration.ofHours(2))), Events.of("I", NOW));
        long issue = store.issue("SHOP-1").orElseThrow().id();

        Map<Long, long[]> hourly = store.hourly(List.of(issue, 99L), NOW.plusSeconds(60), 4);

        assertThat(hourly.get(issue)).containsExactly(0, 1, 0, 1);
        assertThat(hourly.get(99L)).containsExactly(0, 0, 0, 0);
        assertThat(store.hourlyTotal(NOW, 3)).containsExactly(1, 0, 2);
    }

    @ParameterizedTest
    @EnumSource
    void pages_follow_one_another_in_both_directions(Sort sort) {
        recordIssues(23);

        for (IssueStatus status : new IssueStatus[] {IssueStatus.UNRESOLVED, null}) {
            IssueQuery query = new IssueQuery(status, "", null, null, null, sort, null, 5);
            List<IssuePage> pages = new ArrayList<>();
            for (IssuePage page = store.issues(query); ; page = store.issues(query.withCursor(page.next()))) {
                pages.add(page);
                if (page.next() == null) {
                    break;
                }
            }

            assertThat(pages).extracting(page -> page.issues().size()).containsExactly(5, 5, 5, 5, 3);
            List<Issue> all =
                    pages.stream().flatMap(page -> page.issues().stream()).toList();
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(order(sort).reversed());
            assertThat(pages.get(0).previous()).isNull();
            for (int i = 4; i > 0; i--) {
                IssuePage before = store.issues(query.withCursor(pages.get(i).previous()));
                assertThat(before.issues()).isEqualTo(pages.get(i - 1).issues());
                assertThat(before.previous() == null).isEqualTo(i == 1);
                assertThat(store.issues(query.withCursor(before.next())).issues())
                        .isEqualTo(pages.get(i).issues());
            }
        }
    }

    @Test
    void an_issue_that_comes_in_between_neither_shifts_nor_repeats_a_page() {
        recordIssues(10);
        IssueQuery query = IssueQuery.unresolved().withStatus(null);
        IssueQuery five = new IssueQuery(null, "", null, null, null, query.sort(), null, 5);
        IssuePage first = store.issues(five);
        record(Events.of("New", NOW.plusSeconds(3600)));

        IssuePage second = store.issues(five.withCursor(first.next()));

        assertThat(second.issues()).hasSize(5).doesNotContainAnyElementsOf(first.issues());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "n", "n1", "nx_1", "n1_", "n_1", "n99999999999999999999_1", "' or 1=1 --"})
    void a_cursor_that_cannot_be_read_means_the_first_page(String cursor) {
        recordIssues(3);

        assertThat(store.issues(IssueQuery.unresolved().withCursor(cursor)).issues())
                .hasSize(3);
    }

    @Test
    void issues_are_filtered_by_status_level_environment_and_release() {
        record(
                Events.of("A", NOW, event -> event.environment("test").release("2.0")),
                Events.of("B", NOW, event -> event.level(Level.WARNING)),
                Events.of("C", NOW),
                Events.of("C", NOW, event -> event.environment("test")));
        store.setStatus(List.of(idOf("C")), IssueStatus.RESOLVED, "jo");

        assertThat(found(new IssueQuery(null, "", "test", null, null, Sort.LAST_SEEN, null, 25)))
                .containsExactlyInAnyOrder("A", "C");
        assertThat(found(new IssueQuery(IssueStatus.UNRESOLVED, "", "test", null, null, Sort.EVENTS, null, 25)))
                .containsExactly("A");
        assertThat(found(new IssueQuery(null, "", null, "2.0", null, Sort.USERS, null, 25)))
                .containsExactly("A");
        assertThat(found(new IssueQuery(null, "", "test", "1.0", null, Sort.LAST_SEEN, null, 25)))
                .containsExactly("C");
        assertThat(found(new IssueQuery(null, "", null, null, Level.WARNING, Sort.FIRST_SEEN, null, 25)))
                .containsExactly("B");
        assertThat(found(new IssueQuery(null, "", "nowhere", null, null, Sort.LAST_SEEN, null, 25)))
                .isEmpty();
        assertThat(store.countByStatus(new IssueQuery(null, "", "test", null, null, Sort.LAST_SEEN, null, 25)))
                .containsEntry(IssueStatus.UNRESOLVED, 1L)
                .containsEntry(IssueStatus.RESOLVED, 1L)
                .containsEntry(IssueStatus.IGNORED, 0L);
        assertThat(store.facets().environments()).containsExactlyInAnyOrder("production", "test");
        assertThat(store.facets().releases()).containsExactlyInAnyOrder("1.0", "2.0");
    }

    @Test
    void every_word_of_free_text_is_found_in_any_case() {
        recordIssues(5);
        record(Events.grouped(Events.of("PaymentDeclined", NOW).event(), "PaymentDeclined", "Karte über Limit"));

        assertThat(search("payment")).containsExactly("PaymentDeclined");
        assertThat(search("ÜBER declined")).containsExactly("PaymentDeclined");
        assertThat(search("shop-6")).containsExactly("PaymentDeclined");
        assertThat(search("  things SELL  ")).hasSize(6);
        assertThat(search("payment type1")).isEmpty();
        assertThat(store.countByStatus(query("payment"))).containsEntry(IssueStatus.UNRESOLVED, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "!",
                "!%",
                "%%%",
                "\\",
                "'",
                "\"",
                "''",
                "';--",
                "' or '1'='1",
                "1;drop table issue;--",
                "') or 1=1--",
                "\u0000",
                ":word0",
                "?",
                "{d '2026-01-01'}",
                "*/ union select * from meta /*",
                "$1",
                "${bytes}"
            })
    void free_text_stands_for_itself(String text) {
        recordIssues(3);
        assertThat(search("zzz" + text)).isEmpty();
        record(Events.grouped(Events.of("Literal", NOW).event(), "Literal", "zzz" + text + "zzz"));

        assertThat(search("zzz" + text)).containsExactly("Literal");
        assertThat(search("Literal")).containsExactly("Literal");
        assertThat(search("lit%ral")).isEmpty();
        assertThat(search("lit_ral")).isEmpty();
    }

    @Test
    void events_of_an_issue_are_paged_newest_first_with_their_neighbours() {
        List<GroupedEvent> events = Events.many(7, "Paged", NOW);
        record(events);
        long issue = onlyIssue().id();

        EventPage first = store.events(issue, null, 3);
        EventPage second = store.events(issue, first.next(), 3);
        EventPage third = store.events(issue, second.next(), 3);

        List<StoredEvent> all = new ArrayList<>(first.events());
        all.addAll(second.events());
        all.addAll(third.events());
        assertThat(third.next()).isNull();
        assertThat(all).extracting(stored -> stored.event().id()).containsExactlyElementsOf(newestFirst(events));
        for (int i = 0; i < 7; i++) {
            StoredEvent stored = all.get(i);
            assertThat(stored.newer())
                    .isEqualTo(i == 0 ? null : all.get(i - 1).event().id());
            assertThat(stored.older())
                    .isEqualTo(i == 6 ? null : all.get(i + 1).event().id());
            assertThat(store.event(issue, stored.event().id())).contains(stored);
        }
        assertThat(store.latestEvent(issue)).contains(all.get(0));
    }

    @Test
    void events_of_one_instant_have_an_order_all_the_same() {
        record(IntStream.range(0, 9).mapToObj(i -> Events.of("Same", NOW)).toList());
        long issue = onlyIssue().id();

        EventPage first = store.events(issue, null, 5);
        EventPage second = store.events(issue, first.next(), 5);

        assertThat(first.events()).hasSize(5).doesNotContainAnyElementsOf(second.events());
        assertThat(second.events()).hasSize(4);
    }

    @Test
    void the_status_changes_only_for_issues_that_have_another() {
        recordIssues(3);
        long one = idOf("Type1");

        assertThat(store.setStatus(List.of(one, 999L), IssueStatus.RESOLVED, "jo"))
                .isEqualTo(1);
        assertThat(store.setStatus(List.of(one), IssueStatus.RESOLVED, "jo")).isZero();
        assertThat(store.setStatus(List.of(), IssueStatus.RESOLVED, "jo")).isZero();
        assertThat(store.setStatus(List.of(one), IssueStatus.UNRESOLVED, "api")).isEqualTo(1);

        assertThat(store.issue(one).orElseThrow().regressed()).isFalse();
        assertThat(store.activity(one, 10))
                .extracting(Activity::what)
                .containsExactly(Activity.Kind.REOPENED, Activity.Kind.RESOLVED, Activity.Kind.FIRST_SEEN);
        assertThat(store.activity(one, 1))
                .singleElement()
                .extracting(Activity::actor)
                .isEqualTo("api");
    }

    @Test
    void a_deleted_issue_is_gone_and_its_number_is_not_used_again() {
        record(Events.many(20, "Gone", NOW));
        Issue gone = onlyIssue();

        assertThat(store.delete(List.of(gone.id(), 77L), "jo")).isEqualTo(1);

        assertThat(store.issue(gone.id())).isEmpty();
        assertThat(store.events(gone.id(), null, 10).events()).isEmpty();
        assertThat(store.latestEvent(gone.id())).isEmpty();
        assertThat(store.activity(gone.id(), 10)).isEmpty();
        assertThat(sum(store.hourly(List.of(gone.id()), NOW, 24).get(gone.id())))
                .isZero();
        assertThat(record(Events.of("Gone", NOW)).get(0).issue().shortId()).isEqualTo("SHOP-2");
        assertThat(store.health().events()).isEqualTo(1);
    }

    @Test
    void the_counters_are_true_after_a_storm() {
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int batch = 0; batch < 10; batch++) {
            List<GroupedEvent> stored = new ArrayList<>();
            List<GroupedEvent> counted = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String type = "Storm" + (i * i + batch) % 13;
                (i % 3 == 0 ? counted : stored).add(Events.by("u" + i % 7, type, NOW.plusSeconds(batch * 700L + i)));
                expected.merge(type, 1, Integer::sum);
            }
            store.record(new Batch(stored, counted, List.of()));
        }

        List<Issue> issues = store.issues(new IssueQuery(null, "", null, null, null, Sort.EVENTS, null, 100))
                .issues();
        assertThat(issues).hasSize(expected.size());
        for (Issue issue : issues) {
            assertThat(issue.events())
                    .as(issue.type())
                    .isEqualTo(expected.get(issue.type()).longValue());
            assertThat(sum(store.hourly(List.of(issue.id()), NOW.plusSeconds(7_200), 24)
                            .get(issue.id())))
                    .isEqualTo(issue.events());
        }
        assertThat(sum(store.hourlyTotal(NOW.plusSeconds(7_200), 24))).isEqualTo(1_000);
    }

    @Test
    void texts_of_any_length_and_kind_are_kept_as_far_as_there_is_room() {
        String hostile = "\u0000\ud800x".repeat(2_000) + "\ud83d\ude00".repeat(2_000);
        ErrorEvent event = Events.of("Odd", NOW, builder -> builder.environment(hostile)
                        .release(hostile)
                        .transaction(hostile)
                        .platform(hostile)
                        .timestamp(Instant.MAX))
                .event();

        Issue issue = record(Events.grouped(event, hostile, hostile)).get(0).issue();

        assertThat(issue.type()).hasSizeBetween(299, 300).startsWith("xxx");
        assertThat(issue.value()).hasSizeBetween(499, 500);
        assertThat(store.issue(issue.id())).contains(issue);
    }

    @Test
    void a_store_that_was_used_says_what_it_holds() {
        record(Events.of("A", NOW), Events.of("B", NOW), Events.of("A", NOW));

        StoreHealth health = store.health();

        assertThat(health.state()).isEqualTo(StoreHealth.State.OPEN);
        assertThat(health.events()).isEqualTo(3);
        assertThat(health.issues()).isEqualTo(2);
        assertThat(health.notices()).isEmpty();
    }

    private void recordIssues(int count) {
        for (int i = 0; i < count; i++) {
            List<GroupedEvent> events = new ArrayList<>();
            for (int n = 0; n <= i % 4; n++) {
                events.add(Events.by("user" + n % 2, "Type" + i, NOW.minusSeconds(i * 10L - n)));
            }
            record(events);
        }
    }

    private List<Change> record(GroupedEvent... events) {
        return store.record(Events.stored(events));
    }

    private List<Change> record(List<GroupedEvent> events) {
        return store.record(Events.stored(events));
    }

    private Issue onlyIssue() {
        return store.issues(IssueQuery.unresolved()).issues().get(0);
    }

    private long idOf(String type) {
        return store.issues(query(type)).issues().get(0).id();
    }

    private List<String> search(String text) {
        return found(query(text));
    }

    private List<String> found(IssueQuery query) {
        return store.issues(query).issues().stream().map(Issue::type).toList();
    }

    private List<Activity.Kind> activities(Issue issue) {
        return store.activity(issue.id(), 10).stream().map(Activity::what).toList();
    }

    private static IssueQuery query(@Nullable String text) {
        return new IssueQuery(null, text, null, null, null, Sort.LAST_SEEN, null, 25);
    }

    private static List<String> newestFirst(List<GroupedEvent> events) {
        List<String> ids = new ArrayList<>();
        events.forEach(event -> ids.add(0, event.event().id()));
        return ids;
    }

    private static java.util.Comparator<Issue> order(Sort sort) {
        java.util.Comparator<Issue> byKey =
                switch (sort) {
                    case LAST_SEEN -> java.util.Comparator.comparing(Issue::lastSeen);
                    case FIRST_SEEN -> java.util.Comparator.comparing(Issue::firstSeen);
                    case EVENTS -> java.util.Comparator.comparing(Issue::events);
                    case USERS -> java.util.Comparator.comparing(Issue::users);
                };
        return byKey.thenComparing(Issue::id);
    }

    private static long sum(long[] counts) {
        return java.util.Arrays.stream(counts).sum();
    }
}
