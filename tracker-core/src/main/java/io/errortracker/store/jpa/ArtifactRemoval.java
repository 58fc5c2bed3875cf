package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import java.util.Collection;
import java.util.List;

/** Removes files. Each method runs within one transaction. */
final class ArtifactRemoval {
    private final StatelessSession session;

    ArtifactRemoval(StatelessSession session) {
        this.session = session;
    }

    /** @return how many files are gone */
    int release(String name) {
        List<Long> bundles = session.createNativeQuery(
                        "select distinct r.bundle_id from artifact_release r where r.name = :name", Long.class)
                .setParameter("name", name)
                .getResultList();
        session.createNativeMutationQuery("delete from artifact_release where name = :name")
                .setParameter("name", name)
                .executeUpdate();
        return bundles(bundles.stream().filter(this::isOfNoRelease).toList());
    }

    private boolean isOfNoRelease(long bundle) {
        return session.createNativeQuery("select count(*) from artifact_release where bundle_id = :id", Long.class)
                        .setParameter("id", bundle)
                        .getSingleResult()
                == 0;
    }

    /** @return how many files are gone */
    int bundles(Collection<Long> bundles) {
        int gone = 0;
        for (long bundle : bundles) {
            files(bundle).forEach(this::pieces);
            gone += delete("artifact_file", "bundle_id", bundle);
            delete("artifact_release", "bundle_id", bundle);
            delete("artifact_bundle", "id", bundle);
        }
        return gone;
    }

    private List<Long> files(long bundle) {
        return session.createNativeQuery("select id from artifact_file where bundle_id = :id", Long.class)
                .setParameter("id", bundle)
                .getResultList();
    }

    private void pieces(long file) {
        session.createNativeMutationQuery("delete from artifact_piece where id between :first and :last")
                .setParameter("first", file * PieceRow.PER_FILE)
                .setParameter("last", (file + 1) * PieceRow.PER_FILE - 1)
                .executeUpdate();
    }

    private int delete(String table, String column, long id) {
        return session.createNativeMutationQuery("delete from " + table + " where " + column + " = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
