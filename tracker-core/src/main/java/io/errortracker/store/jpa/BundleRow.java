package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;

/** A row of table {@code artifact_bundle}. */
@Entity
@Table(name = "artifact_bundle")
class BundleRow {
    @Id
    long id;

    String checksum = "";

    /** Whether all of its files are kept. */
    boolean complete;

    int files;

    /** Of all its files together, unpacked. */
    long bytes;

    long uploaded;
}
