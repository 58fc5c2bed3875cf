package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.User;
import io.errortracker.event.json.EventJson;
import io.errortracker.issue.Change;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.store.Activity;
import io.errortracker.store.Batch;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.store.alert.AlertWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records one batch within one transaction. Used once. */
final class Recording {
    private final StatelessSession session;
    private final Database database;
    private final Engine engine;
    private final EventJson json;
    private final ShortIds shortIds;
    private final UserHash users;
    private final Budget.Allowance allowance;
    private final long now;

    private final Map<String, RecordedIssue> issues = new LinkedHashMap<>();
    private final Fingerprints fingerprints;
    private final Counting counting = new Counting();
    private final List<EventRow> events = new ArrayList<>();
    private final List<PayloadRow> payloads = new ArrayList<>();
    private final EventLinks links = new EventLinks();
    private final List<ActivityRow> activities = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final NewsGathering news;
    private long nextEvent;
    private long nextIssue;
    private int withoutRoom;

    /**
     * @param allowance what may be added; an event for which that is too little is only counted
     * @param now in microseconds
     */
    Recording(
            StatelessSession session,
            Database database,
            EventJson json,
            ShortIds shortIds,
            Budget.Allowance allowance,
            long now) {
        this.session = session;
        this.database = database;
        this.engine = database.engine();
        this.json = json;
        this.shortIds = shortIds;
        this.users = database.users();
        this.allowance = allowance;
        this.now = now;
        this.fingerprints = new Fingerprints(session);
        this.news = new NewsGathering(users);
    }

    /** @throws AlertingFailed when alerts could not be considered; nothing may be committed then */
    Recorded record(Batch batch, AlertWatch watch) {
        Set<String> known = idsStoredBefore(batch);
        List<GroupedEvent> toStore = unknown(batch.events(), known);
        List<GroupedEvent> toCount = unknown(batch.countedOnly(), known);
        loadIssues(toStore, toCount, batch.tallies());
        takeNumbers(toStore, toCount);
        toStore.forEach(event -> add(event, true));
        toCount.forEach(event -> add(event, false));
        batch.tallies().forEach(this::add);
        write();
        considerAlerts(watch);
        return new Recorded(
                database,
                outcomes.stream().map(outcome -> outcome.change(shortIds)).toList(),
                events.size(),
                events.stream().mapToLong(row -> row.bytes).sum(),
                withoutRoom);
    }

    /** As an array: Hibernate would make SQL anew for each length of a list. */
    private Set<String> idsStoredBefore(Batch batch) {
        String[] ids = Stream.concat(batch.events().stream(), batch.countedOnly().stream())
                .map(grouped -> grouped.event().id())
                .toArray(String[]::new);
        if (ids.length == 0) {
            return new HashSet<>();
        }
        return new HashSet<>(
                session.createNativeQuery("select e.event_id from event e where e.event_id = any(:ids)", String.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private static List<GroupedEvent> unknown(List<GroupedEvent> events, Set<String> known) {
        return events.stream()
                .filter(grouped -> known.add(grouped.event().id()))
                .toList();
    }

    private void loadIssues(List<GroupedEvent> toStore, List<GroupedEvent> toCount, List<Batch.Tally> tallies) {
        Set<String> hashes = new LinkedHashSet<>();
        Stream.concat(toStore.stream(), toCount.stream())
                .flatMap(event -> event.fingerprints().stream())
                .forEach(fingerprint -> hashes.add(fingerprint.hash()));
        tallies.forEach(tally -> hashes.add(tally.fingerprint()));
        if (!hashes.isEmpty()) {
            Map<Long, RecordedIssue> known = new HashMap<>();
            issuesOf(hashes).forEach(row -> known.put(row.id, RecordedIssue.known(row, shortIds)));
            fingerprints.load(hashes, known.keySet());
            fingerprints.known().forEach((hash, issueId) -> issues.put(hash, known.get(issueId)));
        }
    }

    /** Locked, before it is read which fingerprint leads to which: until the end nobody merges them. */
    private List<IssueRow> issuesOf(Set<String> hashes) {
        String lock = engine.locksRows() ? " for update" : "";
        return session.createNativeQuery(
                        "select i.* from issue i where i.id in (select f.issue_id from fingerprint f"
                                + " where f.hash = any(:hashes)) and i.status <> :merged order by i.id" + lock,
                        IssueRow.class)
                .setParameter("hashes", hashes.toArray(String[]::new))
                .setParameter("merged", IssueRow.MERGED)
                .getResultList();
    }

    private void takeNumbers(List<GroupedEvent> toStore, List<GroupedEvent> toCount) {
        if (!toStore.isEmpty()) {
            nextEvent = Sequences.take(session, "event", toStore.size());
        }
        Set<String> unknown = new HashSet<>();
        Stream.concat(toStore.stream(), toCount.stream())
                .filter(event -> fingerprints.leading(event) == null)
                .forEach(event -> unknown.add(event.fingerprint().hash()));
        if (!unknown.isEmpty()) {
            nextIssue = Sequences.take(session, "issue", unknown.size());
        }
    }

    private void add(GroupedEvent grouped, boolean store) {
        RecordedIssue issue = issueOf(grouped);
        long happened = Micros.of(grouped.event().timestamp());
        RecordedIssue.Effect effect = issue.add(grouped, happened, now);
        if (effect != RecordedIssue.Effect.REPEATED) {
            note(issue.row(), effect, grouped.event().release());
        }
        outcomes.add(new Outcome(issue.row(), grouped, effect));
        news.add(issue, grouped.event(), effect);
        count(issue.row(), grouped.event(), happened);
        String leading = fingerprints.counted(grouped, issue.row().id, happened);
        if (store) {
            store(issue.row(), grouped, leading, happened);
        }
    }

    private RecordedIssue issueOf(GroupedEvent grouped) {
        String leading = fingerprints.leading(grouped);
        RecordedIssue issue = leading == null
                ? RecordedIssue.fresh(nextIssue++, grouped, shortIds)
                : Objects.requireNonNull(issues.get(leading));
        grouped.fingerprints().forEach(fingerprint -> issues.putIfAbsent(fingerprint.hash(), issue));
        return issue;
    }

    private void add(Batch.Tally tally) {
        RecordedIssue issue = issues.get(tally.fingerprint());
        if (issue != null && tally.events() > 0) {
            long happened = Micros.of(tally.when());
            RecordedIssue.Effect effect = issue.add(tally, happened, now);
            if (effect == RecordedIssue.Effect.REGRESSED) {
                note(issue.row(), effect, null);
            }
            news.add(issue, tally, effect);
            counting.happened(issue.row().id, happened, tally.events());
            fingerprints.counted(tally, happened);
        }
    }

    private void count(IssueRow issue, ErrorEvent event, long happened) {
        counting.happened(issue.id, happened, 1);
        if (event.environment() != null) {
            counting.environment(issue.id, Texts.column(event.environment(), 250), happened);
        }
        if (event.release() != null) {
            counting.release(issue.id, Texts.column(event.release(), 250), happened);
        }
        User user = event.user();
        String identity = user == null ? null : user.identity();
        if (identity != null && issue.users < Issue.MAX_USERS) {
            counting.user(issue.id, users.of(identity));
        }
    }

    private void store(IssueRow issue, GroupedEvent grouped, String leading, long happened) {
        Payload packed = Payload.of(grouped.event(), grouped.fingerprint().contributions(), json);
        if (!allowance.take(packed.body().length + Stock.BYTES_BESIDE_PAYLOAD, issue.firstEvent == 0)) {
            withoutRoom++;
            return;
        }
        EventRow row = new EventRow();
        row.id = nextEvent++;
        row.eventId = Texts.column(grouped.event().id(), 32);
        row.issueId = issue.id;
        row.happened = happened;
        row.received = now;
        row.bytes = packed.body().length;
        row.fingerprint = leading;
        events.add(row);
        PayloadRow payload = new PayloadRow();
        payload.id = row.id;
        payload.codec = packed.codec();
        payload.body = packed.body();
        payloads.add(payload);
        links.add(row, grouped.event());
        issue.firstEvent = issue.firstEvent == 0 ? row.id : issue.firstEvent;
        issue.lastEvent = happened >= issue.lastSeen ? row.id : issue.lastEvent;
    }

    private void note(IssueRow issue, RecordedIssue.Effect effect, @Nullable String release) {
        ActivityRow row = new ActivityRow();
        row.issueId = issue.id;
        row.happened = now;
        Activity.Kind kind = effect == RecordedIssue.Effect.FIRST ? Activity.Kind.FIRST_SEEN : Activity.Kind.REGRESSED;
        row.kind = (short) kind.ordinal();
        row.detail = Texts.optional(release, 500);
        activities.add(row);
    }

    private void write() {
        Map<Long, Integer> newUsers = counting.writeUsers(session, engine);
        List<IssueRow> fresh = new ArrayList<>();
        List<IssueRow> changed = new ArrayList<>();
        for (RecordedIssue issue : new LinkedHashSet<>(issues.values())) {
            IssueRow row = issue.row();
            row.users = Math.min(Issue.MAX_USERS, row.users + newUsers.getOrDefault(row.id, 0));
            if (issue.isTouched()) {
                (issue.isFresh() ? fresh : changed).add(row);
            }
        }
        session.insertMultiple(fresh);
        session.updateMultiple(changed);
        fingerprints.write();
        session.insertMultiple(events);
        session.insertMultiple(payloads);
        links.write(session);
        numberActivities();
        session.insertMultiple(activities);
        counting.write(session, engine);
    }

    private void considerAlerts(AlertWatch watch) {
        if (watch == AlertWatch.NONE) {
            return;
        }
        try {
            watch.consider(news.told(shortIds), Micros.instant(now), new JpaAlertMemory(session, engine));
        } catch (StoreUnavailableException later) {
            throw later;
        } catch (RuntimeException failure) {
            if (engine.troubleOf(failure) != Trouble.STATEMENT) {
                throw failure;
            }
            throw new AlertingFailed(failure);
        }
    }

    private void numberActivities() {
        if (!activities.isEmpty()) {
            long next = Sequences.take(session, "activity", activities.size());
            for (ActivityRow row : activities) {
                row.id = next++;
            }
        }
    }

    /** What an event did, told once the whole batch is known. */
    private record Outcome(IssueRow row, GroupedEvent cause, RecordedIssue.Effect effect) {
        Change change(ShortIds shortIds) {
            return switch (effect) {
                case FIRST -> new Change.FirstSeen(row.toIssue(shortIds), cause);
                case REPEATED -> new Change.Repeated(row.toIssue(shortIds), cause);
                case REGRESSED -> new Change.Regressed(row.toIssue(shortIds), cause);
            };
        }
    }
}
