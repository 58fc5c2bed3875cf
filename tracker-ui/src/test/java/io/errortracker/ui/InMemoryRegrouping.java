package io.errortracker.ui;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import io.errortracker.health.SelfHealth;
import io.errortracker.regroup.LiveGrouper;
import io.errortracker.regroup.Regrouper;
import io.errortracker.store.GroupingRuleShelf;
import io.errortracker.store.RegroupStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three issues with a few events each, of which the rules make what they say; notes what it is asked. */
final class InMemoryRegrouping implements GroupingRuleShelf, RegroupStore {
    static final String RULES = "# timeouts of all partners are one thing to us\n"
            + "type:java.net.http.HttpTimeoutException -> partner-timeout title=\"A partner did not answer\"\n"
            + "type:java.net.SocketTimeoutException -> partner-timeout\n"
            + "type:com.acme.shop.PaymentDeclined -> {{ default }}, {{ tag.bank }}";

    final List<String> asked = new ArrayList<>();
    private final List<Revision> revisions =
            new ArrayList<>(List.of(new Revision(1, RULES, "mara", SampleShop.NOW.minusSeconds(7_300))));

    Regrouper regrouper(SelfHealth health, Clock clock) {
        LiveGrouper live = new LiveGrouper("logger:com.acme.batch.* -> batch, {{ type }}", this, health, clock);
        return new Regrouper(live, this, this);
    }

    @Override
    public Optional<Revision> newest() {
        return Optional.of(revisions.get(0));
    }

    @Override
    public List<Revision> latest(int limit) {
        return revisions.subList(0, Math.min(limit, revisions.size()));
    }

    @Override
    public Revision keep(String body, String author) {
        asked.add("keep by " + author);
        revisions.add(0, new Revision(revisions.size() + 1L, body, author, SampleShop.NOW));
        return revisions.get(0);
    }

    @Override
    public List<Shelved> events(long after, int limit) {
        if (after > 0) {
            return List.of();
        }
        List<Shelved> events = new ArrayList<>();
        add(events, 1, "java.net.http.HttpTimeoutException", "");
        add(events, 1, "java.net.http.HttpTimeoutException", "");
        add(events, 2, "java.net.SocketTimeoutException", "");
        add(events, 3, "com.acme.shop.PaymentDeclined", "north");
        add(events, 3, "com.acme.shop.PaymentDeclined", "north");
        add(events, 3, "com.acme.shop.PaymentDeclined", "south");
        return events;
    }

    private static void add(List<Shelved> events, long issue, String type, String bank) {
        StackFrame frame = StackFrame.java("com.acme.shop.Partner" + issue, "call", null, 1, true);
        ErrorEvent event = ErrorEvent.builder(ErrorEvent.newId(), SampleShop.NOW)
                .exceptions(List.of(ExceptionInfo.ofClass(type, "timed out", null, List.of(frame))))
                .tag("bank", bank)
                .build();
        events.add(new Shelved(events.size() + 1L, issue, "f" + issue, false, event));
    }

    @Override
    public Map<String, Long> issuesOf(Collection<String> fingerprints) {
        return Map.of();
    }

    @Override
    public Map<Long, Known> known(Collection<Long> issueIds) {
        return Map.of(
                1L, new Known("SHOP-31", "HttpTimeoutException: request timed out", 2),
                2L, new Known("SHOP-44", "SocketTimeoutException: Read timed out", 1),
                3L, new Known("SHOP-20", "PaymentDeclined: the card was declined by the bank", 3));
    }

    @Override
    public Run apply(List<Move> moves, List<Join> joins, String note, String actor) {
        asked.add("apply " + moves.size() + " moves, " + joins.size() + " joins by " + actor);
        return runs(1).get(0);
    }

    @Override
    public Optional<Run> undo(long runId, String actor) {
        asked.add("undo " + runId + " by " + actor);
        return runs(2).stream()
                .filter(run -> run.id() == runId && !run.undone())
                .findFirst();
    }

    @Override
    public List<Run> runs(int limit) {
        return List.of(
                new Run(2, SampleShop.NOW.minusSeconds(600), "mara", "All stored events", 214, false),
                new Run(1, SampleShop.NOW.minusSeconds(90_000), "jo", "Source maps of 1.4.2", 38, true));
    }
}
