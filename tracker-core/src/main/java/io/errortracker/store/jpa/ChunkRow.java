package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;

/** A row of table {@code artifact_chunk}. */
@Entity
@Table(name = "artifact_chunk")
class ChunkRow {
    @Id
    String sha1 = "";

    long stored;
    int bytes;
    byte[] body = {};
}
