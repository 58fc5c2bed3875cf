package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.store.ArtifactFile;
import org.jspecify.annotations.Nullable;

/** A row of table {@code artifact_file}. */
@Entity
@Table(name = "artifact_file")
class FileRow {
    @Id
    long id;

    @Column(name = "bundle_id")
    long bundleId;

    short kind;
    String url = "";

    /** The last part of the URL, in which files are looked for. */
    @Column(name = "base_name")
    String baseName = "";

    @Column(name = "debug_id")
    @Nullable
    String debugId;

    @Column(name = "map_url")
    @Nullable
    String mapUrl;

    long bytes;
    int pieces;

    ArtifactFile toFile(String dist) {
        return new ArtifactFile(id, ArtifactFile.Kind.values()[kind], url, debugId, mapUrl, dist, bytes);
    }
}
