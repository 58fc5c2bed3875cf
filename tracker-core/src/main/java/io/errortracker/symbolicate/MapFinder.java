package io.errortracker.symbolicate;

import io.errortracker.event.ErrorEvent;
import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactFile.Kind;
import io.errortracker.store.ArtifactStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the source map of a minified file that an event names: by its debug id, else by release and path. */
final class MapFinder {
    private final ArtifactStore artifacts;

    MapFinder(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * What was found.
     *
     * @param map null when there is none
     * @param minified null when it was not uploaded
     * @param reason why there is no map; empty when there is one
     */
    record Found(@Nullable ArtifactFile map, @Nullable ArtifactFile minified, String reason) {
        static Found nothing(String reason) {
            return new Found(null, null, reason);
        }
    }

    Found find(ErrorEvent event, String file) {
        String debugId = event.debugIds().get(file);
        String release = event.release();
        Found byId = debugId == null ? null : byDebugId(debugId);
        if (byId != null && byId.map() != null) {
            return byId;
        }
        if (release != null && !release.isEmpty()) {
            Found byPath = byPath(release, event.dist(), PathMatch.path(file));
            return byPath.map() == null && byId != null ? byId : byPath;
        }
        return byId == null ? Found.nothing("the event names neither a release nor a debug id") : byId;
    }

    private Found byDebugId(String debugId) {
        List<ArtifactFile> files = artifacts.ofDebugId(debugId);
        ArtifactFile map = first(files, Kind.SOURCE_MAP);
        return map == null
                ? Found.nothing("no source map was uploaded for debug id " + debugId)
                : new Found(map, first(files, Kind.MINIFIED), "");
    }

    private Found byPath(String release, @Nullable String dist, String path) {
        String base = PathMatch.baseName(path);
        ArtifactFile minified = PathMatch.best(artifacts.ofRelease(release, base), Kind.MINIFIED, path, dist);
        ArtifactFile map = minified == null ? null : mapOf(minified, release, dist);
        if (map == null) {
            String usual = path + ".map";
            map = PathMatch.best(artifacts.ofRelease(release, PathMatch.baseName(usual)), Kind.SOURCE_MAP, usual, dist);
        }
        return map == null
                ? Found.nothing("release " + release + " has no source map for " + path)
                : new Found(map, minified, "");
    }

    private @Nullable ArtifactFile mapOf(ArtifactFile minified, String release, @Nullable String dist) {
        if (minified.debugId() != null) {
            return first(artifacts.ofDebugId(minified.debugId()), Kind.SOURCE_MAP);
        }
        if (minified.mapUrl() == null) {
            return null;
        }
        String path = PathMatch.path(PathMatch.beside(minified.url(), minified.mapUrl()));
        return PathMatch.best(artifacts.ofRelease(release, PathMatch.baseName(path)), Kind.SOURCE_MAP, path, dist);
    }

    private static @Nullable ArtifactFile first(List<ArtifactFile> files, Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).findFirst().orElse(null);
    }
}
