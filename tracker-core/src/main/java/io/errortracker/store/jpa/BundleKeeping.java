package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.ArtifactFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps in which a bundle is kept, each within one transaction. */
final class BundleKeeping {
    private static final String SEQUENCE = "artifact";

    private final StatelessSession session;
    private final long now;

    BundleKeeping(StatelessSession session, long now) {
        this.session = session;
        this.now = now;
    }

    boolean associate(String checksum, String release, String dist) {
        BundleRow bundle = find(checksum);
        if (bundle == null || !bundle.complete) {
            return false;
        }
        bundle.uploaded = now;
        session.update(bundle);
        belongs(bundle.id, release, dist);
        return true;
    }

    /** @return its id; what is left of an attempt that was cut short is removed first */
    long begin(String checksum) {
        BundleRow left = find(checksum);
        if (left != null) {
            new ArtifactRemoval(session).bundles(List.of(left.id));
        }
        BundleRow bundle = new BundleRow();
        bundle.id = Sequences.take(session, SEQUENCE, 1);
        bundle.checksum = checksum;
        bundle.uploaded = now;
        session.insert(bundle);
        return bundle.id;
    }

    /** @return the id of the file */
    long add(long bundle, ArtifactFile.Content file, List<byte[]> pieces) {
        FileRow row = new FileRow();
        row.id = Sequences.take(session, SEQUENCE, 1);
        row.bundleId = bundle;
        row.kind = (short) file.kind().ordinal();
        row.url = Texts.column(file.url(), 1_000);
        row.baseName = Texts.column(baseName(file.url()), 250);
        row.debugId = Texts.optional(file.debugId(), 36);
        row.mapUrl = Texts.optional(file.mapUrl(), 1_000);
        row.bytes = file.content().length;
        row.pieces = pieces.size();
        session.insert(row);
        for (int i = 0; i < pieces.size(); i++) {
            PieceRow piece = new PieceRow();
            piece.id = row.id * PieceRow.PER_FILE + i;
            piece.body = pieces.get(i);
            session.insert(piece);
        }
        return row.id;
    }

    private static String baseName(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    void complete(long id, String release, String dist) {
        session.createNativeMutationQuery("update artifact_bundle set complete = true,"
                        + " files = (select count(*) from artifact_file f where f.bundle_id = :id),"
                        + " bytes = (select coalesce(sum(f.bytes), 0) from artifact_file f where f.bundle_id = :id)"
                        + " where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        belongs(id, release, dist);
    }

    private void belongs(long bundle, String release, String dist) {
        session.createNativeMutationQuery(
                        "delete from artifact_release" + " where bundle_id = :bundle and name = :name and dist = :dist")
                .setParameter("bundle", bundle)
                .setParameter("name", release)
                .setParameter("dist", dist)
                .executeUpdate();
        session.createNativeMutationQuery(
                        "insert into artifact_release (bundle_id, name, dist) values (:bundle, :name, :dist)")
                .setParameter("bundle", bundle)
                .setParameter("name", release)
                .setParameter("dist", dist)
                .executeUpdate();
    }

    private @Nullable BundleRow find(String checksum) {
        return session.createSelectionQuery("from BundleRow b where b.checksum = :checksum", BundleRow.class)
                .setParameter("checksum", checksum)
                .getSingleResultOrNull();
    }
}
