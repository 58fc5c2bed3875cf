package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import java.util.Collection;
import java.util.List;

/** What people do to issues. Each method runs within one transaction. */
final class IssueActions {
    private static final List<String> TABLES_OF_AN_ISSUE = List.of(
            "counter_hour",
            "issue_user",
            "issue_environment",
            "issue_release",
            "activity",
            "fingerprint",
            "alert_counter");

    private final StatelessSession session;

    IssueActions(StatelessSession session) {
        this.session = session;
    }

    int setStatus(Collection<Long> ids, IssueStatus status, String actor, long now) {
        List<IssueRow> rows = session.createSelectionQuery(
                        "from IssueRow i where i.id in :ids and i.status not in (:status, :merged) order by i.id",
                        IssueRow.class)
                .setParameterList("ids", ids)
                .setParameter("merged", IssueRow.MERGED)
                .setParameter("status", (short) status.ordinal())
                .getResultList();
        if (rows.isEmpty()) {
            return 0;
        }
        long activity = Sequences.take(session, "activity", rows.size());
        for (IssueRow row : rows) {
            row.setStatus(status, now);
            row.regressed = false;
            row.resolvedRelease = status == IssueStatus.RESOLVED ? row.lastRelease : null;
        }
        session.updateMultiple(rows);
        session.insertMultiple(noted(rows, status, actor, now, activity));
        return rows.size();
    }

    private static List<ActivityRow> noted(
            List<IssueRow> rows, IssueStatus status, String actor, long now, long firstNumber) {
        return rows.stream()
                .map(issue -> {
                    ActivityRow row = new ActivityRow();
                    row.id = firstNumber + rows.indexOf(issue);
                    row.issueId = issue.id;
                    row.happened = now;
                    row.kind = (short) kind(status).ordinal();
                    row.actor = Texts.column(actor, 200);
                    return row;
                })
                .toList();
    }

    private static Activity.Kind kind(IssueStatus status) {
        return switch (status) {
            case RESOLVED -> Activity.Kind.RESOLVED;
            case IGNORED -> Activity.Kind.IGNORED;
            case UNRESOLVED -> Activity.Kind.REOPENED;
        };
    }

    /** Deletes up to {@code limit} events. @return how many there were */
    int deleteEvents(Collection<Long> issueIds, int limit) {
        List<Long> ids = session.createNativeQuery("select e.id from event e where e.issue_id in (:issues)", Long.class)
                .setParameterList("issues", issueIds)
                .setMaxResults(limit)
                .getResultList();
        deleteEvents(session, ids);
        return ids.size();
    }

    static void deleteEvents(StatelessSession session, List<Long> ids) {
        if (!ids.isEmpty()) {
            EventLinks.TABLES.forEach(table -> deleteByIds(session, table, "id", ids));
            deleteByIds(session, "event_payload", "id", ids);
            deleteByIds(session, "event", "id", ids);
        }
    }

    /** With those that were merged into them, which are not counted. */
    int deleteIssues(Collection<Long> issueIds) {
        List<Long> merged = Merges.mergedInto(session, issueIds);
        if (!merged.isEmpty()) {
            deleteIssues(merged);
        }
        Merges.forget(session, issueIds);
        TABLES_OF_AN_ISSUE.forEach(table -> deleteByIds(session, table, "issue_id", issueIds));
        return deleteByIds(session, "issue", "id", issueIds);
    }

    /** The ids as an array: Hibernate would make SQL anew for each length of a list. */
    private static int deleteByIds(StatelessSession session, String table, String column, Collection<Long> ids) {
        return session.createNativeMutationQuery("delete from " + table + " where " + column + " = any(:ids)")
                .setParameter("ids", ids.toArray(Long[]::new))
                .executeUpdate();
    }
}
