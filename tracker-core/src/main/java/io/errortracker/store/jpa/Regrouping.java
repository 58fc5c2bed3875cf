package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.RegroupStore.Join;
import io.errortracker.store.RegroupStore.Move;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives stored events other fingerprints and issues, and puts them back, within one transaction. */
final class Regrouping {
    private static final short MERGE = 0;
    private static final short NEW_FINGERPRINT = 1;
    private static final short NEW_ISSUE = 2;
    private static final int READ = 1_000;

    /** How many can be undone. */
    private static final int RUNS = 20;

    private final StatelessSession session;
    private final Sql sql;
    private final Merging merging;
    private final IssueParts parts;
    private final EventMoves moving;
    private final EventQueries events;
    private final UserHash users;
    private final ShortIds shortIds;
    private final String actor;
    private final long now;
    private final RegroupedTitles titles;
    private final Set<Long> touched = new TreeSet<>();

    Regrouping(
            StatelessSession session,
            Merging merging,
            EventQueries events,
            UserHash users,
            ShortIds shortIds,
            String actor,
            long now) {
        this.session = session;
        this.sql = new Sql(session);
        this.merging = merging;
        this.parts = merging.parts();
        this.moving = new EventMoves(sql, parts);
        this.events = events;
        this.users = users;
        this.shortIds = shortIds;
        this.titles = new RegroupedTitles(session, sql, shortIds);
        this.actor = Texts.column(actor, 200);
        this.now = now;
    }

    /** @return the run's id */
    long apply(List<Move> moves, List<Join> joins, String note) {
        long run = Sequences.take(session, "regroup_run", 1);
        lock(moves);
        for (Move move : moves) {
            move(run, move);
        }
        titles.change(run, moves);
        recount();
        for (Join join : joins) {
            merging.merge(join.to(), List.of(join.from())).forEach(merge -> part(run, MERGE, Long.toString(merge.id)));
        }
        forgetBefore(run - RUNS);
        long moved = sql.number("select count(*) from regroup_move m where m.run_id = :run", "run", run);
        sql.run(
                "insert into regroup_run (id, happened, actor, note, events, undone) values (:id, :now, :actor, :note, :events,"
                        + " false)",
                "id",
                run,
                "now",
                now,
                "actor",
                actor,
                "note",
                Texts.column(note, 300),
                "events",
                moved);
        return run;
    }

    private void forgetBefore(long run) {
        for (String table : List.of(
                "regroup_move where run_id",
                "regroup_part where run_id",
                "regroup_title where run_id",
                "regroup_run where id")) {
            sql.run("delete from " + table + " <= :run", "run", run);
        }
    }

    private void lock(List<Move> moves) {
        for (Move move : moves) {
            touched.addAll(move.events().keySet());
            if (move.to() != null) {
                touched.add(move.to());
            }
        }
        merging.lock(touched);
    }

    private void move(long run, Move move) {
        String hash = move.first().fingerprint().hash();
        Long to = move.to() != null ? move.to() : issueOf(hash);
        boolean made = to == null;
        long target = to == null ? make(run, move.first()) : to;
        if (issueOf(hash) == null) {
            moving.insert(move.first(), target);
            part(run, NEW_FINGERPRINT, hash);
        }
        move.events().forEach((from, numbers) -> moving.record(run, from, target, hash, numbers));
        moving.carryOut(run, target, hash);
        touched.add(target);
        if (made) {
            IssueRow own = session.get(IssueRow.class, target);
            new EventFacts(sql, users, events.ofFingerprint(target, hash, READ)).addTo(own);
            session.update(own);
        }
    }

    private @Nullable Long issueOf(String hash) {
        List<Long> found =
                sql.list(Long.class, "select f.issue_id from fingerprint f where f.hash = :hash", "hash", hash);
        return found.isEmpty() ? null : found.get(0);
    }

    private long make(long run, GroupedEvent first) {
        IssueRow own = new IssueRow();
        own.id = Sequences.take(session, "issue", 1);
        own.fingerprint = Texts.column(first.fingerprint().hash(), 64);
        own.algorithm = first.fingerprint().version();
        own.kind = Texts.column(first.type(), 300);
        own.headline = Texts.column(first.value(), 500);
        own.culprit = Texts.optional(first.culprit(), 500);
        own.platform = Texts.column(first.event().platform(), 64);
        own.status = (short) IssueStatus.UNRESOLVED.ordinal();
        own.searchText = Texts.searchable(
                own.kind, own.headline, own.culprit, first.event().transaction(), shortIds.of(own.id));
        session.insert(own);
        part(run, NEW_ISSUE, Long.toString(own.id));
        return own.id;
    }

    private void part(long run, short kind, String name) {
        sql.run(
                "insert into regroup_part (run_id, kind, name) values (:run, :kind, :name)",
                "run",
                run,
                "kind",
                kind,
                "name",
                name);
    }

    private void recount() {
        for (long id : touched) {
            IssueRow issue = session.get(IssueRow.class, id);
            if (issue != null) {
                parts.count(issue);
                parts.placeEvents(issue);
                issue.users = parts.users(id);
                session.update(issue);
            }
        }
    }

    /** @return false when there is nothing to undo */
    boolean undo(long run) {
        if (sql.run("update regroup_run set undone = true where id = :run and undone = false", "run", run) == 0) {
            return false;
        }
        for (String merge : parts(run, MERGE)) {
            MergeRow row = session.get(MergeRow.class, Long.parseLong(merge));
            if (row != null) {
                merging.undo(row);
            }
        }
        touched.addAll(sql.list(
                Long.class,
                "select distinct m.from_issue from regroup_move m where m.run_id = :run union"
                        + " select distinct m.to_issue from regroup_move m where m.run_id = :run",
                "run",
                run));
        merging.lock(touched);
        moving.putBack(run, parts(run, NEW_FINGERPRINT));
        titles.putBack(run);
        recount();
        deleteEmpty(parts(run, NEW_ISSUE));
        return true;
    }

    private List<String> parts(long run, short kind) {
        return sql.list(
                String.class,
                "select p.name from regroup_part p where p.run_id = :run and p.kind = :kind order by p.name",
                "run",
                run,
                "kind",
                kind);
    }

    private void deleteEmpty(Collection<String> made) {
        List<Long> empty = made.stream()
                .map(Long::valueOf)
                .filter(id -> sql.number("select count(*) from event e where e.issue_id = :id", "id", id) == 0)
                .toList();
        if (!empty.isEmpty()) {
            new IssueActions(session).deleteIssues(empty);
        }
    }
}
