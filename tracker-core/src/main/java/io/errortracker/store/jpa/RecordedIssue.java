package io.errortracker.store.jpa;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Batch;

/** An issue while a batch is added to it. */
final class RecordedIssue {
    private final IssueRow row;
    private final boolean fresh;
    private final ShortIds shortIds;
    private boolean touched;

    private RecordedIssue(IssueRow row, boolean fresh, ShortIds shortIds) {
        this.row = row;
        this.fresh = fresh;
        this.shortIds = shortIds;
    }

    /** What an event did to its issue. */
    enum Effect {
        FIRST,
        REPEATED,
        REGRESSED
    }

    static RecordedIssue known(IssueRow row, ShortIds shortIds) {
        return new RecordedIssue(row, false, shortIds);
    }

    static RecordedIssue fresh(long id, GroupedEvent first, ShortIds shortIds) {
        IssueRow row = new IssueRow();
        row.id = id;
        row.fingerprint = Texts.column(first.fingerprint().hash(), 64);
        row.algorithm = first.fingerprint().version();
        row.kind = Texts.column(first.type(), 300);
        row.headline = Texts.column(first.value(), 500);
        row.culprit = Texts.optional(first.culprit(), 500);
        row.status = (short) IssueStatus.UNRESOLVED.ordinal();
        row.firstSeen = Long.MAX_VALUE;
        row.lastSeen = Long.MIN_VALUE;
        return new RecordedIssue(row, true, shortIds);
    }

    IssueRow row() {
        return row;
    }

    /** Whether it is not in the table yet. */
    boolean isFresh() {
        return fresh;
    }

    boolean isTouched() {
        return touched;
    }

    /** @param happened when, in microseconds */
    Effect add(GroupedEvent grouped, long happened, long now) {
        boolean first = fresh && !touched;
        ErrorEvent event = grouped.event();
        if (happened < row.firstSeen) {
            row.firstRelease = Texts.optional(event.release(), 250);
        }
        if (happened >= row.lastSeen) {
            describeLatest(event);
        }
        return move(happened, 1, now) ? Effect.REGRESSED : first ? Effect.FIRST : Effect.REPEATED;
    }

    Effect add(Batch.Tally tally, long happened, long now) {
        return move(happened, tally.events(), now) ? Effect.REGRESSED : Effect.REPEATED;
    }

    private void describeLatest(ErrorEvent event) {
        row.severity = (short) event.level().ordinal();
        row.platform = Texts.column(event.platform(), 64);
        row.lastRelease = Texts.optional(event.release(), 250);
        String entryPoint = Texts.optional(event.transaction(), 500);
        if (!touched || !java.util.Objects.equals(entryPoint, row.entryPoint)) {
            row.entryPoint = entryPoint;
            row.searchText = Texts.searchable(row.kind, row.headline, row.culprit, entryPoint, shortIds.of(row.id));
        }
    }

    /** @return whether it came back after it was resolved */
    private boolean move(long happened, long events, long now) {
        touched = true;
        row.events += events;
        row.firstSeen = Math.min(row.firstSeen, happened);
        row.lastSeen = Math.max(row.lastSeen, happened);
        if (!reopens(happened)) {
            return false;
        }
        row.setStatus(IssueStatus.UNRESOLVED, now);
        row.regressed = true;
        return true;
    }

    /** What happened before it was resolved, and only arrives now, says nothing about the fix. */
    private boolean reopens(long happened) {
        return row.status() == IssueStatus.RESOLVED && (row.statusChanged == null || happened >= row.statusChanged);
    }
}
