package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.event.Level;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import org.jspecify.annotations.Nullable;

/** A row of table {@code issue}. */
@Entity
@Table(name = "issue")
class IssueRow {
    /** The status of an issue that was merged into another: none that a list asks for. */
    static final short MERGED = 100;

    @Id
    long id;

    String fingerprint = "";
    int algorithm;
    String kind = "";
    String headline = "";

    @Nullable
    String culprit;

    @Column(name = "entry_point")
    @Nullable
    String entryPoint;

    short severity;
    String platform = "";
    short status;
    boolean regressed;

    @Column(name = "first_seen")
    long firstSeen;

    @Column(name = "last_seen")
    long lastSeen;

    @Column(name = "first_release")
    @Nullable
    String firstRelease;

    @Column(name = "last_release")
    @Nullable
    String lastRelease;

    long events;
    long users;

    @Column(name = "status_changed")
    @Nullable
    Long statusChanged;

    /** The last release when it was resolved; for rules that know releases. */
    @Column(name = "resolved_release")
    @Nullable
    String resolvedRelease;

    /** Ids of rows of {@code event}, which retention removes last. */
    @Column(name = "first_event")
    long firstEvent;

    @Column(name = "last_event")
    long lastEvent;

    @Column(name = "search_text")
    String searchText = "";

    IssueStatus status() {
        return IssueStatus.values()[status];
    }

    void setStatus(IssueStatus newStatus, long when) {
        status = (short) newStatus.ordinal();
        statusChanged = when;
    }

    Issue toIssue(ShortIds shortIds) {
        return new Issue(
                id,
                shortIds.of(id),
                fingerprint,
                algorithm,
                kind,
                headline,
                culprit,
                entryPoint,
                Level.values()[severity],
                platform,
                status(),
                regressed,
                Micros.instant(firstSeen),
                Micros.instant(lastSeen),
                firstRelease,
                lastRelease,
                events,
                users,
                statusChanged == null ? null : Micros.instant(statusChanged));
    }
}
