package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of table {@code issue_merge}: one issue that went into another, and what is needed to take it out again. */
@Entity
@Table(name = "issue_merge")
class MergeRow {
    @Id
    long id;

    @Column(name = "survivor_id")
    long survivorId;

    @Column(name = "loser_id")
    long loserId;

    long happened;
    String actor = "";

    @Column(name = "survivor_status")
    short survivorStatus;

    @Column(name = "loser_status")
    short loserStatus;

    @Column(name = "survivor_first_release")
    @Nullable
    String survivorFirstRelease;
}
