package io.errortracker.symbolicate;

import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files in memory; nothing but finding them. */
final class FakeArtifacts implements ArtifactStore {
    private final List<Kept> files = new ArrayList<>();
    private int looks;

    private record Kept(String release, ArtifactFile file, byte[] content) {}

    void keep(String release, String dist, ArtifactFile.Content file) {
        ArtifactFile kept = new ArtifactFile(
                files.size(), file.kind(), file.url(), file.debugId(), file.mapUrl(), dist, file.content().length);
        files.add(0, new Kept(release, kept, file.content()));
    }

    int looks() {
        return looks;
    }

    @Override
    public List<ArtifactFile> ofDebugId(String debugId) {
        looks++;
        return files.stream()
                .map(Kept::file)
                .filter(file -> debugId.equals(file.debugId()))
                .toList();
    }

    @Override
    public List<ArtifactFile> ofRelease(String release, String baseName) {
        looks++;
        return files.stream()
                .filter(kept -> kept.release().equals(release))
                .map(Kept::file)
                .filter(file -> file.url().endsWith("/" + baseName))
                .toList();
    }

    @Override
    public Optional<byte[]> content(ArtifactFile file) {
        looks++;
        return files.stream()
                .filter(kept -> kept.file().equals(file))
                .map(Kept::content)
                .findFirst();
    }

    @Override
    public Set<String> missing(Collection<String> checksums) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean put(String checksum, byte[] content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> chunk(String checksum) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Collection<String> checksums) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean associate(String checksum, @Nullable String release, @Nullable String dist) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keep(
            String checksum, @Nullable String release, @Nullable String dist, Iterable<ArtifactFile.Content> content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ArtifactFile> files(String release) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int delete(String release) {
        throw new UnsupportedOperationException();
    }
}
