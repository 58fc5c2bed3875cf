package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.MalformedEventException;
import io.errortracker.store.EventPage;
import io.errortracker.store.RegroupStore.Shelved;
import io.errortracker.store.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Events of an issue, newest first. */
final class EventQueries {
    private static final int TIMEOUT_SECONDS = 4;
    private static final String NEWEST_FIRST = " order by e.issue_id, e.happened desc, e.id desc";
    private static final String OLDEST_FIRST = " order by e.issue_id, e.happened, e.id";

    private final StatelessSession session;
    private final EventJson json;

    EventQueries(StatelessSession session, EventJson json) {
        this.session = session;
        this.json = json;
    }

    EventPage page(long issueId, @Nullable String cursor, int limit) {
        int size = Math.min(Math.max(limit, 1), 100);
        Cursor from = Cursor.read(cursor);
        List<EventRow> rows = from == null
                ? rows(issueId, "", null, NEWEST_FIRST, size + 1)
                : rows(issueId, beyond('<'), from, NEWEST_FIRST, size + 1);
        List<EventRow> page = rows.size() > size ? rows.subList(0, size) : rows;
        EventRow last = page.isEmpty() ? null : page.get(page.size() - 1);
        boolean more = rows.size() > size;
        String next = more && last != null ? new Cursor(true, last.happened, last.id).write() : null;
        return new EventPage(withPayloads(page, neighbours(issueId, rows)), next);
    }

    Optional<StoredEvent> latest(long issueId) {
        List<EventRow> rows = rows(issueId, "", null, NEWEST_FIRST, 2);
        return rows.isEmpty()
                ? Optional.empty()
                : withPayloads(rows.subList(0, 1), neighbours(issueId, rows)).stream()
                        .findFirst();
    }

    /** Those that a fingerprint led to an issue, newest first. */
    List<StoredEvent> ofFingerprint(long issueId, String fingerprint, int limit) {
        List<EventRow> rows = session.createNativeQuery(
                        "select e.* from event e where e.issue_id = :issue and e.fingerprint = :fingerprint"
                                + NEWEST_FIRST,
                        EventRow.class)
                .setParameter("issue", issueId)
                .setParameter("fingerprint", fingerprint)
                .setMaxResults(limit)
                .getResultList();
        return withPayloads(rows, Neighbours.inOrder(List.of()));
    }

    /** Events with what groups them, in the order they were received. */
    List<Shelved> shelved(long after, int limit) {
        List<EventRow> rows = session.createNativeQuery(
                        "select e.* from event e where e.id > :after order by e.id", EventRow.class)
                .setParameter("after", after)
                .setMaxResults(Math.min(Math.max(limit, 1), 1_000))
                .getResultList();
        Set<String> pinned = pinned(rows);
        Map<String, EventRow> byEventId = new HashMap<>();
        rows.forEach(row -> byEventId.put(row.eventId, row));
        List<Shelved> shelved = new ArrayList<>(rows.size());
        for (StoredEvent stored : withPayloads(rows, Neighbours.inOrder(List.of()))) {
            EventRow row = byEventId.get(stored.event().id());
            if (row != null && row.fingerprint != null) {
                shelved.add(new Shelved(
                        row.id, row.issueId, row.fingerprint, pinned.contains(row.fingerprint), stored.event()));
            }
        }
        return shelved;
    }

    private Set<String> pinned(List<EventRow> rows) {
        String[] hashes = rows.stream()
                .map(row -> row.fingerprint)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return new HashSet<>(new Sql(session)
                .list(
                        String.class,
                        "select f.hash from fingerprint f where f.pinned and f.hash = any(:hashes)",
                        "hashes",
                        hashes));
    }

    Optional<StoredEvent> event(long issueId, String eventId) {
        List<EventRow> found = session.createSelectionQuery("from EventRow e where e.eventId = :id", EventRow.class)
                .setParameter("id", eventId)
                .getResultList();
        if (found.isEmpty() || found.get(0).issueId != issueId) {
            return Optional.empty();
        }
        EventRow row = found.get(0);
        Cursor here = new Cursor(true, row.happened, row.id);
        List<EventRow> around = new ArrayList<>(rows(issueId, beyond('>'), here, OLDEST_FIRST, 1));
        around.add(row);
        around.addAll(rows(issueId, beyond('<'), here, NEWEST_FIRST, 1));
        return withPayloads(found, Neighbours.inOrder(around)).stream().findFirst();
    }

    /** Events of any issues in the order of these row ids; without their neighbours. */
    List<StoredEvent> stored(List<Long> ids) {
        Map<Long, EventRow> rows = new HashMap<>();
        session.createSelectionQuery("from EventRow e where e.id in :ids", EventRow.class)
                .setParameterList("ids", ids)
                .getResultList()
                .forEach(row -> rows.put(row.id, row));
        List<EventRow> inOrder =
                ids.stream().map(rows::get).filter(Objects::nonNull).toList();
        return withPayloads(inOrder, Neighbours.inOrder(List.of()));
    }

    private static String beyond(char sign) {
        return " and e.happened " + sign + "= :key and (e.happened " + sign + " :key or e.id " + sign + " :id)";
    }

    private List<EventRow> rows(long issueId, String condition, @Nullable Cursor from, String order, int limit) {
        var query = session.createNativeQuery(
                        "select e.* from event e where e.issue_id = :issue" + condition + order, EventRow.class)
                .setParameter("issue", issueId);
        if (from != null) {
            query.setParameter("key", from.key()).setParameter("id", from.id());
        }
        return query.setMaxResults(limit).setTimeout(TIMEOUT_SECONDS).getResultList();
    }

    /** The first of a page that does not begin with the newest has a newer one as well. */
    private Neighbours neighbours(long issueId, List<EventRow> rows) {
        if (rows.isEmpty()) {
            return Neighbours.inOrder(rows);
        }
        EventRow first = rows.get(0);
        List<EventRow> all = new ArrayList<>(
                rows(issueId, beyond('>'), new Cursor(true, first.happened, first.id), OLDEST_FIRST, 1));
        all.addAll(rows);
        return Neighbours.inOrder(all);
    }

    private List<StoredEvent> withPayloads(List<EventRow> rows, Neighbours neighbours) {
        Map<Long, PayloadRow> payloads = new HashMap<>();
        if (!rows.isEmpty()) {
            session.createSelectionQuery("from PayloadRow p where p.id in :ids", PayloadRow.class)
                    .setParameterList("ids", rows.stream().map(row -> row.id).toList())
                    .getResultList()
                    .forEach(payload -> payloads.put(payload.id, payload));
        }
        List<StoredEvent> events = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            StoredEvent event = stored(row, payloads.get(row.id), neighbours);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** Null when its payload is missing or cannot be read: the other events can. */
    private @Nullable StoredEvent stored(EventRow row, @Nullable PayloadRow payload, Neighbours neighbours) {
        if (payload == null) {
            return null;
        }
        try {
            Payload.Content content = new Payload(payload.codec, payload.body).read(json, Micros.instant(row.happened));
            return new StoredEvent(
                    content.event(),
                    row.issueId,
                    Micros.instant(row.received),
                    content.whyGrouped(),
                    neighbours.older().get(row.id),
                    neighbours.newer().get(row.id));
        } catch (MalformedEventException | DataFormatException unreadable) {
            return null;
        }
    }

    /** The event ids before and after each event. */
    private record Neighbours(Map<Long, String> older, Map<Long, String> newer) {

        /** @param rows newest first */
        static Neighbours inOrder(List<EventRow> rows) {
            Neighbours neighbours = new Neighbours(new HashMap<>(), new HashMap<>());
            for (int i = 1; i < rows.size(); i++) {
                neighbours.older.put(rows.get(i - 1).id, rows.get(i).eventId);
                neighbours.newer.put(rows.get(i).id, rows.get(i - 1).eventId);
            }
            return neighbours;
        }
    }
}
