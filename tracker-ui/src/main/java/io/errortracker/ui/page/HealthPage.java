package io.errortracker.ui.page;

import io.errortracker.event.Discarded;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.health.SelfHealth.Failure;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.StoreHealth;
import io.errortracker.ui.page.HealthView.Drop;
import io.errortracker.ui.page.HealthView.Failed;
import io.errortracker.ui.page.HealthView.Figure;
import io.errortracker.ui.page.HealthView.Line;
import io.errortracker.ui.page.HealthView.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the tracker itself is: what it captured, what it dropped and why, what it keeps, its own last failure.
 *
 * @since 0.1.0
 */
public final class HealthPage {
    private static final int SHOWN_DISCARDS = 30;

    private final Supplier<QueueFill> queue;
    private final RetentionPolicy retention;
    private final Supplier<List<Fact>> facts;
    private final @Nullable IngestDesk ingest;

    /** @param ingest null while it is off */
    public HealthPage(
            Supplier<QueueFill> queue,
            RetentionPolicy retention,
            Supplier<List<Fact>> facts,
            @Nullable IngestDesk ingest) {
        this.queue = queue;
        this.retention = retention;
        this.facts = facts;
        this.ingest = ingest;
    }

    public Answer show(Visit visit) {
        SelfHealth health = visit.site().health();
        StoreHealth store = visit.site().store().health();
        QueueFill fill = queue.get();
        Map<DropReason, Long> drops = health.drops();
        long dropped = drops.values().stream().mapToLong(Long::longValue).sum();
        HealthView view = new HealthView(
                Shell.of("Tracker health", "health", visit),
                verdict(visit, store),
                List.of(
                        new Figure(
                                "captured", exact(health.capturedCount()), "events seen since the application started"),
                        new Figure("stored", exact(health.storedCount()), "written with everything known about them"),
                        new Figure("not stored", exact(dropped), "each counted under one reason below")),
                drops(drops, dropped),
                ingest == null ? List.of() : unsent(ingest.discarded()),
                percent(fill.waiting(), fill.capacity()),
                exact(fill.waiting()) + " of " + exact(fill.capacity()),
                store(store, visit.moments()),
                store.notices().stream().map(ForeignText::plain).toList(),
                failed(health.lastFailure(), visit.moments()),
                facts.get().stream()
                        .map(fact -> line(fact.name(), fact.value()))
                        .toList());
        return Answer.page("health.jte", view);
    }

    private static Verdict verdict(Visit visit, StoreHealth store) {
        String look = Shell.Condition.of(visit).look();
        return switch (store.state()) {
            case UNAVAILABLE ->
                new Verdict(
                        look,
                        "The store cannot be used now.",
                        "Events wait in memory as long as they can; the tracker tries again by itself.");
            case MEMORY_ONLY ->
                new Verdict(
                        look,
                        "Another instance holds the store.",
                        "Events are kept in memory and written as soon as the other instance lets go of the file.");
            case CLOSED -> new Verdict(look, "The store is closed.", "The application is being stopped.");
            case OPEN, NOT_OPENED ->
                look.equals("well")
                        ? new Verdict(look, "The tracker is well.", "It captures, stores and answers as it should.")
                        : new Verdict(
                                look,
                                "The tracker had a failure within the last hour.",
                                "The application was not affected. What happened is told below and in the server log.");
        };
    }

    private static List<Drop> drops(Map<DropReason, Long> drops, long all) {
        List<Drop> told = new ArrayList<>();
        drops.forEach((reason, count) -> told.add(
                new Drop(reason.label().replace('_', ' '), reason.explanation(), exact(count), percent(count, all))));
        return List.copyOf(told);
    }

    private static List<Drop> unsent(List<Discarded> discarded) {
        long all = discarded.stream().mapToLong(Discarded::quantity).sum();
        return discarded.stream()
                .limit(SHOWN_DISCARDS)
                .map(some -> new Drop(
                        some.category().replace('_', ' '),
                        Discards.explanation(some.reason()),
                        exact(some.quantity()),
                        percent(some.quantity(), all)))
                .toList();
    }

    private List<Line> store(StoreHealth store, Moments moments) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("State", state(store.state())));
        lines.add(line("Where", store.location()));
        lines.add(line(
                "Events",
                limited(store.events() < 0 ? "unknown" : exact(store.events()), exact(retention.maxEvents()))));
        lines.add(line("Issues", store.issues() < 0 ? "unknown" : exact(store.issues())));
        lines.add(line(
                "Size",
                limited(
                        store.bytes() < 0 ? "unknown" : Amount.bytes(store.bytes()),
                        Amount.bytes(retention.maxBytes()))));
        lines.add(line("Kept for", Amount.of(retention.maxAge().toDays(), "day")));
        lines.add(
                line("Removed by retention", Amount.of(store.removedByRetention(), "event") + lately(store, moments)));
        return List.copyOf(lines);
    }

    private static String limited(String now, String most) {
        return now + " of at most " + most;
    }

    private static String lately(StoreHealth store, Moments moments) {
        return store.lastRetention() == null
                ? ", not run yet"
                : ", last " + moments.of(store.lastRetention()).relative();
    }

    private static String state(StoreHealth.State state) {
        return switch (state) {
            case NOT_OPENED -> "not opened yet: opens with the first event";
            case OPEN -> "open";
            case MEMORY_ONLY -> "memory only";
            case UNAVAILABLE -> "unavailable, tried again with growing pauses";
            case CLOSED -> "closed";
        };
    }

    private static @Nullable Failed failed(@Nullable Failure failure, Moments moments) {
        return failure == null
                ? null
                : new Failed(
                        ForeignText.plain(failure.doing()),
                        ForeignText.plain(failure.what()),
                        moments.of(failure.when()));
    }

    private static Line line(String name, String value) {
        return new Line(name, ForeignText.line(value));
    }

    private static String exact(long number) {
        return Amount.of(number).exact();
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", whole <= 0 ? 0.0 : Math.min(100.0, 100.0 * part / whole));
    }
}
