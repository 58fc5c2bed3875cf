package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files in the tables beside the events: packed, in pieces, never in the file system. */
final class JpaArtifacts implements ArtifactStore {
    /** Bytes of chunks that may wait to be put together. */
    static final long MAX_WAITING = 128L << 20;

    private final Access store;

    JpaArtifacts(Access store) {
        this.store = store;
    }

    @Override
    public Set<String> missing(Collection<String> checksums) {
        Set<String> missing = new LinkedHashSet<>(checksums);
        if (!missing.isEmpty()) {
            store.read(session -> session.createNativeQuery(
                                    "select sha1 from artifact_chunk where sha1 in (:all)", String.class)
                            .setParameterList("all", checksums)
                            .getResultList())
                    .forEach(missing::remove);
        }
        return missing;
    }

    @Override
    public boolean put(String checksum, byte[] content) {
        return store.write((session, database) -> {
            if (session.get(ChunkRow.class, checksum) != null) {
                return true;
            }
            if (waiting(session) + content.length > MAX_WAITING) {
                return false;
            }
            ChunkRow row = new ChunkRow();
            row.sha1 = checksum;
            row.stored = store.now();
            row.bytes = content.length;
            row.body = content;
            session.insert(row);
            return true;
        });
    }

    private static long waiting(StatelessSession session) {
        return session.createNativeQuery(
                        "select coalesce(sum(cast(bytes as bigint)), 0) from artifact_chunk", Long.class)
                .getSingleResult();
    }

    @Override
    public Optional<byte[]> chunk(String checksum) {
        return store.read(session ->
                Optional.ofNullable(session.get(ChunkRow.class, checksum)).map(row -> row.body));
    }

    @Override
    public void forget(Collection<String> checksums) {
        if (!checksums.isEmpty()) {
            store.write((session, database) -> session.createNativeMutationQuery(
                            "delete from artifact_chunk where sha1 in (:all)")
                    .setParameterList("all", checksums)
                    .executeUpdate());
        }
    }

    @Override
    public boolean associate(String checksum, @Nullable String release, @Nullable String dist) {
        return store.write((session, database) -> {
            return new BundleKeeping(session, store.now()).associate(checksum, name(release), name(dist));
        });
    }

    @Override
    public void keep(
            String checksum, @Nullable String release, @Nullable String dist, Iterable<ArtifactFile.Content> files) {
        long bundle = store.write((session, database) -> {
            return new BundleKeeping(session, store.now()).begin(checksum);
        });
        try {
            for (ArtifactFile.Content file : files) {
                List<byte[]> pieces = Pieces.of(file.content());
                store.write((session, database) -> new BundleKeeping(session, store.now()).add(bundle, file, pieces));
            }
        } catch (RuntimeException failure) {
            store.write((session, database) -> new ArtifactRemoval(session).bundles(List.of(bundle)));
            throw failure;
        }
        store.write((session, database) -> {
            new BundleKeeping(session, store.now()).complete(bundle, name(release), name(dist));
            return null;
        });
    }

    @Override
    public List<ArtifactFile> ofDebugId(String debugId) {
        return store.read(session -> new ArtifactQueries(session).ofDebugId(debugId));
    }

    @Override
    public List<ArtifactFile> ofRelease(String release, String baseName) {
        return store.read(
                session -> new ArtifactQueries(session).ofRelease(name(release), Texts.column(baseName, 250)));
    }

    @Override
    public Optional<byte[]> content(ArtifactFile file) {
        return store.read(session ->
                Optional.ofNullable(session.get(FileRow.class, file.id())).map(row -> Pieces.read(session, row)));
    }

    @Override
    public List<ArtifactFile> files(String release) {
        return store.read(session -> new ArtifactQueries(session).files(name(release)));
    }

    @Override
    public int delete(String release) {
        return store.write((session, database) -> new ArtifactRemoval(session).release(name(release)));
    }

    private static String name(@Nullable String text) {
        return text == null ? "" : Texts.column(text, 250);
    }
}
