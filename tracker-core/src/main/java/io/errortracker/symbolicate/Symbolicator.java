package io.errortracker.symbolicate;

import io.errortracker.bundled.caffeine.cache.Cache;
import io.errortracker.bundled.caffeine.cache.Caffeine;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of minified JavaScript readable. Events are stored as they came and become readable whenever they are looked at, so that a
 * source map may arrive after them. Thread-safe; throws nothing, whatever the event or the map.
 *
 * @since 0.1.0
 */
public final class Symbolicator {
    private static final long CACHED_BYTES = 64L << 20;
    private static final int CACHED_ANSWERS = 1_000;
    private static final int MAX_FILES = 20;

    private final ArtifactStore artifacts;
    private final MapFinder finder;
    private final SelfHealth health;
    private final Cache<Long, SourceMap> maps = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Long id, SourceMap map) -> (int) Math.min(Integer.MAX_VALUE, map.bytes()))
            .executor(Runnable::run)
            .build();
    private final Cache<Asked, FrameOrigins> answers = Caffeine.newBuilder()
            .maximumSize(CACHED_ANSWERS)
            .executor(Runnable::run)
            .build();

    /** @param health is told of failures of the store and of our own */
    public Symbolicator(ArtifactStore artifacts, SelfHealth health) {
        this.artifacts = artifacts;
        this.finder = new MapFinder(artifacts);
        this.health = health;
    }

    /** The event with original frames instead of minified ones. Reads from the store when the event has frames of minified files. */
    public Readable readable(ErrorEvent event) {
        List<String> files = minifiedFiles(event);
        if (files.isEmpty()) {
            return Readable.asItIs(event);
        }
        try {
            return readable(event, files);
        } catch (StoreUnavailableException later) {
            return Readable.asItIs(event);
        } catch (RuntimeException | StackOverflowError failure) {
            health.failed("reading a source map", failure);
            return Readable.asItIs(event);
        }
    }

    private Readable readable(ErrorEvent event, List<String> files) {
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, FrameOrigins> origins = new LinkedHashMap<>();
        for (String file : files) {
            MapFinder.Found found = finder.find(event, file);
            ArtifactFile map = found.map();
            try {
                if (map == null) {
                    reasons.put(file, found.reason());
                } else {
                    origins.put(file, origins(map, found.minified(), places(event, file)));
                }
            } catch (BadSourceMapException bad) {
                reasons.put(file, "its source map cannot be used: " + bad.reason());
            }
        }
        if (origins.isEmpty()) {
            return new Readable(event, false, reasons);
        }
        ErrorEvent changed = event.with(parts -> parts.exceptions(event.exceptions().stream()
                .map(exception -> new FrameRewriting(origins, reasons).exception(exception))
                .toList()));
        return new Readable(changed, !changed.equals(event), reasons);
    }

    /** What an event asks of the files of a release; the same failure asks the same again and again. */
    private record Asked(long map, long minified, List<Place> places) {}

    private FrameOrigins origins(ArtifactFile map, @Nullable ArtifactFile minified, List<Place> places)
            throws BadSourceMapException {
        Asked asked = new Asked(map.id(), minified == null ? -1 : minified.id(), places);
        FrameOrigins known = answers.getIfPresent(asked);
        if (known == null) {
            known = FrameOrigins.of(read(map), minified(minified), places);
            answers.put(asked, known);
        }
        return known;
    }

    private SourceMap read(ArtifactFile file) throws BadSourceMapException {
        SourceMap known = maps.getIfPresent(file.id());
        if (known != null) {
            return known;
        }
        byte[] content = artifacts.content(file).orElseThrow(() -> new BadSourceMapException("it was just removed"));
        SourceMap map = SourceMap.read(content);
        maps.put(file.id(), map);
        return map;
    }

    private byte[] minified(@Nullable ArtifactFile file) {
        return file == null ? new byte[0] : artifacts.content(file).orElse(new byte[0]);
    }

    /** Files of frames that may be minified: they have a line and a column, and the event says whose they are. */
    private static List<String> minifiedFiles(ErrorEvent event) {
        List<String> files = new ArrayList<>();
        if (event.debugIds().isEmpty() && !isScript(event.platform())) {
            return files;
        }
        for (ExceptionInfo exception : event.exceptions()) {
            for (StackFrame frame : exception.frames()) {
                String file = file(frame);
                if (file != null && files.size() < MAX_FILES && !files.contains(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static boolean isScript(String platform) {
        return platform.equals("javascript") || platform.equals("node");
    }

    /** The file of a frame that can be looked for; null for what has no place in a file, and for Node's own. */
    static @Nullable String file(StackFrame frame) {
        String file = frame.absPath() == null ? frame.file() : frame.absPath();
        boolean placed = frame.line() > 0 && frame.column() > 0;
        return file == null || !placed || file.startsWith("node:") || file.startsWith("<") ? null : file;
    }

    private static List<Place> places(ErrorEvent event, String file) {
        List<Place> places = new ArrayList<>();
        for (ExceptionInfo exception : event.exceptions()) {
            for (StackFrame frame : exception.frames()) {
                if (file.equals(file(frame))) {
                    places.add(new Place(frame.line() - 1, frame.column() - 1));
                }
            }
        }
        return places;
    }
}
