package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;

/** A row of table {@code ingested_event}, with the id of its event. */
@Entity
@Table(name = "ingested_event")
class IngestedEventRow {
    @Id
    long id;

    /** Of the payload as it is stored. */
    int bytes;
}
