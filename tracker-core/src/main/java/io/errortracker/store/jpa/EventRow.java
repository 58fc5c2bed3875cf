package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of table {@code event}: what is scanned, apart from the payload. */
@Entity
@Table(name = "event")
class EventRow {
    @Id
    long id;

    @Column(name = "event_id")
    String eventId = "";

    @Column(name = "issue_id")
    long issueId;

    long happened;
    long received;

    /** Of the payload as it is stored. */
    int bytes;

    /** The one that led to the issue. */
    @Nullable
    String fingerprint;
}
