package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.ArtifactFile;
import java.util.List;

/** Looks for files, of complete bundles only. */
final class ArtifactQueries {
    private static final String FILES = "select f.id, r.dist from artifact_file f"
            + " join artifact_bundle b on b.id = f.bundle_id and b.complete = true"
            + " join artifact_release r on r.bundle_id = f.bundle_id";
    private static final int OF_A_DEBUG_ID = 10;
    private static final int OF_A_NAME = 200;
    private static final int OF_A_RELEASE = 2_000;

    private final StatelessSession session;

    ArtifactQueries(StatelessSession session) {
        this.session = session;
    }

    List<ArtifactFile> ofDebugId(String debugId) {
        return rows(session.createNativeQuery(
                        FILES + " where f.debug_id = :id order by b.uploaded desc, f.id desc", Object[].class)
                .setParameter("id", debugId)
                .setMaxResults(OF_A_DEBUG_ID)
                .getResultList());
    }

    List<ArtifactFile> ofRelease(String release, String baseName) {
        return rows(session.createNativeQuery(
                        FILES + " where r.name = :release and f.base_name = :base order by b.uploaded desc, f.id desc",
                        Object[].class)
                .setParameter("release", release)
                .setParameter("base", baseName)
                .setMaxResults(OF_A_NAME)
                .getResultList());
    }

    List<ArtifactFile> files(String release) {
        return rows(
                session.createNativeQuery(FILES + " where r.name = :release order by f.url, f.id desc", Object[].class)
                        .setParameter("release", release)
                        .setMaxResults(OF_A_RELEASE)
                        .getResultList());
    }

    private List<ArtifactFile> rows(List<Object[]> found) {
        return found.stream()
                .map(row -> session.get(FileRow.class, ((Number) row[0]).longValue())
                        .toFile(String.valueOf(row[1])))
                .toList();
    }
}
