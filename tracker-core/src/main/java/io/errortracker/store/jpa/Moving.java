package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.MalformedEventException;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import io.errortracker.store.alert.AlertWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;

/** Moves what was kept in memory into the file, by recording it once more. */
final class Moving {
    private static final int CHUNK = 500;

    private final EventJson json;
    private final ShortIds shortIds;
    private final Headroom headroom;
    private final Notices notices;
    private final SelfHealth health;
    private final Supplier<AlertWatch> watch;

    /** @param watch considers what is recorded in the file */
    Moving(
            EventJson json,
            ShortIds shortIds,
            Headroom headroom,
            Notices notices,
            SelfHealth health,
            Supplier<AlertWatch> watch) {
        this.json = json;
        this.shortIds = shortIds;
        this.headroom = headroom;
        this.notices = notices;
        this.health = health;
        this.watch = watch;
    }

    /** The application stops and the file still cannot be had: counts what was kept in memory, and was taken for stored, as lost. */
    void abandon(Database memory) {
        long lost = memory.read(session -> new OtherQueries(session).count("event"));
        if (lost > 0) {
            health.stored(-lost);
            health.dropped(DropReason.SHUTDOWN, lost);
            notices.tell(lost + " events that were kept in memory were lost: the application stops");
        }
    }

    void move(Database from, Database to) {
        Map<Long, IssueRow> issues = new HashMap<>();
        from.read(session -> session.createSelectionQuery("from IssueRow", IssueRow.class)
                        .getResultList())
                .forEach(issue -> issues.put(issue.id, issue));
        Map<Long, Long> stored = new HashMap<>();
        long last = 0;
        List<EventRow> chunk = chunk(from, last);
        while (!chunk.isEmpty()) {
            List<EventRow> events = chunk;
            List<GroupedEvent> grouped = from.read(session -> grouped(session, events, issues));
            long received = events.get(0).received;
            record(to, new Batch(grouped, List.of(), List.of()), received);
            events.forEach(event -> stored.merge(event.issueId, 1L, Long::sum));
            last = events.get(events.size() - 1).id;
            chunk = chunk(from, last);
        }
        long latest = issues.values().stream()
                .mapToLong(issue -> issue.lastSeen)
                .max()
                .orElse(0);
        record(to, new Batch(List.of(), List.of(), countedOnly(issues, stored)), latest);
    }

    private void record(Database to, Batch batch, long received) {
        try {
            record(to, batch, received, watch.get());
        } catch (AlertingFailed failed) {
            health.failed("considering alerts", failed.why());
            record(to, batch, received, AlertWatch.NONE);
        }
    }

    private void record(Database to, Batch batch, long received, AlertWatch considered) {
        to.write(session -> new Recording(session, to, json, shortIds, headroom.allowance(session, to), received)
                        .record(batch, considered))
                .tell(health);
    }

    private static List<EventRow> chunk(Database from, long after) {
        return from.read(session -> session.createSelectionQuery(
                        "from EventRow e where e.id > :after order by e.id", EventRow.class)
                .setParameter("after", after)
                .setMaxResults(CHUNK)
                .getResultList());
    }

    private List<GroupedEvent> grouped(StatelessSession session, List<EventRow> events, Map<Long, IssueRow> issues) {
        List<GroupedEvent> grouped = new ArrayList<>(events.size());
        for (EventRow event : events) {
            PayloadRow payload = session.get(PayloadRow.class, event.id);
            IssueRow issue = issues.get(event.issueId);
            if (payload != null && issue != null) {
                grouped.add(grouped(event, payload, issue));
            }
        }
        return grouped;
    }

    private GroupedEvent grouped(EventRow event, PayloadRow payload, IssueRow issue) {
        try {
            Payload.Content content =
                    new Payload(payload.codec, payload.body).read(json, Micros.instant(event.happened));
            String hash = event.fingerprint == null ? issue.fingerprint : event.fingerprint;
            Fingerprint fingerprint = new Fingerprint(hash, issue.algorithm, content.whyGrouped());
            return new GroupedEvent(content.event(), fingerprint, issue.kind, issue.headline, issue.culprit);
        } catch (MalformedEventException | DataFormatException impossible) {
            throw new IllegalStateException("What this store wrote cannot be read", impossible);
        }
    }

    private static List<Batch.Tally> countedOnly(Map<Long, IssueRow> issues, Map<Long, Long> stored) {
        List<Batch.Tally> tallies = new ArrayList<>();
        issues.forEach((id, issue) -> {
            long rest = issue.events - stored.getOrDefault(id, 0L);
            if (rest > 0) {
                tallies.add(new Batch.Tally(issue.fingerprint, Micros.instant(issue.lastSeen), rest));
            }
        });
        return tallies;
    }
}
