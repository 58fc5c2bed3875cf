package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;

/** A row of table {@code event_payload}, with the id of its event. */
@Entity
@Table(name = "event_payload")
class PayloadRow {
    @Id
    long id;

    short codec;
    byte[] body = {};
}
