package io.errortracker.symbolicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A source map. Reading one and asking it take time and memory in proportion to its length, whatever it holds. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class SourceMap {
    private final List<Section> sections;
    private final long bytes;

    private SourceMap(List<Section> sections, long bytes) {
        this.sections = sections;
        this.bytes = bytes;
    }

    /**
     * Reads a map; of its mappings only that they are there.
     *
     * @param json of version 3, in UTF-8
     * @throws BadSourceMapException when it is none
     */
    public static SourceMap read(byte[] json) throws BadSourceMapException {
        return new SourceMap(new SourceMapReader(json).read(), json.length * 2L);
    }

    /** Walks over all mappings. @throws BadSourceMapException when some are wrong */
    public SourceMap checked() throws BadSourceMapException {
        for (Section section : sections) {
            Mappings walk = section.map().walk();
            while (walk.next()) {
                walk.named = false;
            }
        }
        return this;
    }

    /** About how much memory it takes. */
    public long bytes() {
        return bytes;
    }

    /**
     * Where a position comes from.
     *
     * @param source the original file as the map names it; null when what lies there has no original
     * @param line from 1; 0 without a source
     * @param column from 1; 0 without a source
     * @param name what is called so in the original at that very place; null when the map does not say
     * @param ignored whether the build says that the file is not the application's own
     * @param original where to look for lines of the source
     */
    public record Origin(
            @Nullable String source,
            int line,
            int column,
            @Nullable String name,
            boolean ignored,
            @Nullable Original original) {}

    /** A source within a map. */
    static final class Original {
        private final FlatMap map;
        private final int source;

        private Original(FlatMap map, int source) {
            this.map = map;
            this.source = source;
        }

        SortedMap<Integer, String> lines(SortedSet<Integer> wanted) {
            return map.lines(source, wanted);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Original same && same.source == source && same.map == map;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(map) + source;
        }
    }

    /**
     * Where positions come from.
     *
     * @param places from 0
     * @return those that lie in a segment of the map
     * @throws BadSourceMapException when mappings on the way to them are wrong
     */
    Map<Place, Origin> origins(Iterable<Place> places) throws BadSourceMapException {
        Map<Section, SortedSet<Place>> bySection = new HashMap<>();
        for (Place place : places) {
            Section section = sectionOf(place);
            if (section != null) {
                bySection.computeIfAbsent(section, first -> new TreeSet<>()).add(place);
            }
        }
        Map<Place, Origin> origins = new HashMap<>();
        for (Map.Entry<Section, SortedSet<Place>> part : bySection.entrySet()) {
            resolve(part.getKey(), new ArrayList<>(part.getValue()), origins);
        }
        return origins;
    }

    /** A single position. @param line from 1 @param column from 1 @return null when it lies in no segment */
    public @Nullable Origin origin(int line, int column) throws BadSourceMapException {
        Place place = new Place(line - 1, column - 1);
        return origins(List.of(place)).get(place);
    }

    private static void resolve(Section section, List<Place> places, Map<Place, Origin> origins)
            throws BadSourceMapException {
        List<@Nullable Segment> segments =
                section.map().resolve(places.stream().map(section::within).toList());
        for (int i = 0; i < places.size(); i++) {
            Segment segment = segments.get(i);
            if (segment != null) {
                origins.put(places.get(i), origin(section.map(), segment));
            }
        }
    }

    private static Origin origin(FlatMap map, Segment segment) {
        String source = segment.source() < 0 ? null : map.sources().get(segment.source());
        if (source == null) {
            return new Origin(null, 0, 0, map.name(segment), false, null);
        }
        return new Origin(
                source,
                segment.line() + 1,
                segment.column() + 1,
                map.name(segment),
                map.ignored().get(segment.source()),
                new Original(map, segment.source()));
    }

    private @Nullable Section sectionOf(Place place) {
        int low = 0;
        int high = sections.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sections.get(middle).beginsAfter(place)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? null : sections.get(low - 1);
    }
}
