package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.Ingested;
import io.errortracker.event.Span;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.KeptSettings;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.TracedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of other programs: a share of the store, traces across programs, spans, settings. */
abstract class IngestStoreContract implements Located {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String TRACE = "771a43a4192642f0b136d5159a501700";
    private final SteppedClock clock = new SteppedClock(NOW);

    private JpaStore store(long maxEvents) {
        RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(90), maxEvents, 1L << 40);
        return JpaStore.create(Stores.settings(location(), clock, policy));
    }

    private static List<GroupedEvent> sent(int count, String type) {
        List<GroupedEvent> sent = new ArrayList<>();
        for (GroupedEvent own : Events.many(count, type, NOW)) {
            sent.add(new GroupedEvent(
                    Ingested.mark(own.event(), Map.of("client", "browser")),
                    own.fingerprint(),
                    own.type(),
                    own.value(),
                    own.culprit()));
        }
        return sent;
    }

    private static long events(JpaStore store, String type) {
        Issue issue = store.issues(IssueQuery.unresolved()).issues().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        return store.events(issue.id(), null, 100).events().size();
    }

    @Test
    void a_flood_of_others_takes_a_fifth_and_removes_nothing_of_ours() {
        try (JpaStore store = store(200)) {
            store.record(Events.stored(Events.many(60, "Ours", NOW)));
            store.record(Events.stored(sent(900, "Theirs")));

            store.retention().run(NOW, () -> {});

            assertThat(events(store, "Ours")).isEqualTo(60);
            assertThat(events(store, "Theirs")).isEqualTo(40);
            assertThat(store.health().events()).isEqualTo(100);
        }
    }

    @Test
    void within_their_share_events_of_others_stay_and_deleting_leaves_nothing_behind() {
        try (JpaStore store = store(200)) {
            store.record(Events.stored(sent(30, "Theirs")));
            store.retention().run(NOW, () -> {});
            assertThat(events(store, "Theirs")).isEqualTo(30);

            List<Long> ids = store.issues(IssueQuery.unresolved()).issues().stream()
                    .map(Issue::id)
                    .toList();
            store.delete(ids, "jo");
            store.record(Events.stored(sent(40, "Again")));
            store.retention().run(NOW, () -> {});

            assertThat(events(store, "Again")).isEqualTo(40);
        }
    }

    @Test
    void events_of_a_trace_find_one_another_in_the_order_they_happened() {
        try (JpaStore store = store(200)) {
            GroupedEvent server =
                    Events.of("PaymentDeclined", NOW, event -> event.context("trace", Map.of("trace_id", TRACE)));
            GroupedEvent page = Events.of("TypeError", NOW.plusSeconds(1), event -> event.platform("javascript")
                    .context("trace", Map.of("trace_id", TRACE)));
            GroupedEvent other = Events.of("Other", NOW, event -> event.context("trace", Map.of("trace_id", "zzz")));
            store.record(Events.stored(page, server, other, Events.of("Alone", NOW)));

            List<TracedEvent> found = store.traces().events(TRACE, 10);

            assertThat(found).extracting(TracedEvent::type).containsExactly("PaymentDeclined", "TypeError");
            assertThat(found.get(1).platform()).isEqualTo("javascript");
            assertThat(found.get(0).eventId()).isEqualTo(server.event().id());
            assertThat(store.issue(found.get(0).shortId())).isPresent();
            assertThat(store.traces().events("f".repeat(32), 10)).isEmpty();
            assertThat(store.traces().event(page.event().id())).contains(found.get(1));
            assertThat(store.traces().event("f".repeat(32))).isEmpty();
        }
    }

    private static Span span(int number, Instant start) {
        return new Span(
                TRACE,
                String.format("%016x", number + 1),
                null,
                number == 0,
                "db",
                "SELECT " + number,
                "ok",
                200,
                start,
                1_500,
                "node",
                "1.4.2",
                null);
    }

    @Test
    void spans_come_back_as_they_were_and_old_ones_go() {
        try (JpaStore store = store(200)) {
            Span late = span(1, NOW.plusMillis(5));
            Span early = span(0, NOW);
            Span old = span(2, NOW.minus(Duration.ofDays(8)));
            store.traces().record(List.of(late, early, old));
            assertThat(store.traces().spans(TRACE, 10)).containsExactly(old, early, late);

            store.retention().run(NOW, () -> {});

            assertThat(store.traces().spans(TRACE, 10)).containsExactly(early, late);
            assertThat(store.traces().spans(TRACE, 1)).containsExactly(early);
        }
    }

    @Test
    void spans_beyond_the_number_go_oldest_first() {
        try (JpaStore store = store(200)) {
            for (int batch = 0; batch < 26; batch++) {
                List<Span> spans = new ArrayList<>();
                for (int i = 0; i < 2_000; i++) {
                    spans.add(span(batch * 2_000 + i, NOW.plusMillis(batch)));
                }
                store.traces().record(spans);
            }

            store.retention().run(NOW, () -> {});

            assertThat(store.traces().spans(TRACE, 1).get(0).start()).isEqualTo(NOW.plusMillis(1));
        }
    }

    @Test
    void what_was_set_is_kept_and_set_first_only_once() {
        try (JpaStore store = store(200)) {
            KeptSettings settings = store.settings();
            assertThat(settings.setting("a")).isEmpty();
            assertThat(settings.keepFirst("a", "one")).isEqualTo("one");
            assertThat(settings.keepFirst("a", "two")).isEqualTo("one");
            settings.keep("a", "three");
            settings.keep("b", "x".repeat(5_000));

            assertThat(settings.setting("a")).contains("three");
            assertThat(settings.setting("b")).contains("x".repeat(4_000));
        }
    }

    @Test
    void an_issue_is_known_by_its_fingerprint() {
        try (JpaStore store = store(200)) {
            GroupedEvent event = Events.of("Known", NOW);
            assertThat(store.isKnown(event.fingerprint().hash())).isFalse();
            store.record(Events.stored(event));
            assertThat(store.isKnown(event.fingerprint().hash())).isTrue();
        }
    }
}
