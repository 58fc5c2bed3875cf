package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;

/** A row of table {@code artifact_piece}: a part of a file's deflated content. */
@Entity
@Table(name = "artifact_piece")
class PieceRow {
    static final int PER_FILE = 1024;

    /** That of the file times {@link #PER_FILE}, and the number of the piece. */
    @Id
    long id;

    byte[] body = {};
}
