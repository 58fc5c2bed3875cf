package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;

/** A row of table {@code event_trace}, with the id of its event. */
@Entity
@Table(name = "event_trace")
class EventTraceRow {
    @Id
    long id;

    @Column(name = "trace_id")
    String traceId = "";
}
