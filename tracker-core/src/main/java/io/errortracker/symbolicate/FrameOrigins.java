package io.errortracker.symbolicate;

import io.errortracker.event.SourceContext;
import io.errortracker.symbolicate.SourceMap.Origin;
import io.errortracker.symbolicate.SourceMap.Original;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a source map knows of the places of one minified file that an event names, the lines around them included. */
final class FrameOrigins {
    private static final int AROUND = 5;

    private final Map<Place, Origin> origins;
    private final Map<Place, String> functions;
    private final Map<Original, SortedMap<Integer, String>> lines = new HashMap<>();

    private FrameOrigins(Map<Place, Origin> origins, Map<Place, String> functions) {
        this.origins = origins;
        this.functions = functions;
    }

    /** @param minified the file itself, for the names of its functions; empty when it is not there */
    static FrameOrigins of(SourceMap map, byte[] minified, List<Place> places) throws BadSourceMapException {
        FrameOrigins found = new FrameOrigins(map.origins(places), FunctionNames.of(map, minified, places));
        found.readLines();
        return found;
    }

    private void readLines() {
        Map<Original, SortedSet<Integer>> wanted = new HashMap<>();
        for (Origin origin : origins.values()) {
            if (origin.original() != null) {
                SortedSet<Integer> numbers = wanted.computeIfAbsent(origin.original(), first -> new TreeSet<>());
                int line = origin.line() - 1;
                for (int i = Math.max(0, line - AROUND); i <= line + AROUND; i++) {
                    numbers.add(i);
                }
            }
        }
        wanted.forEach((original, numbers) -> lines.put(original, original.lines(numbers)));
    }

    @Nullable
    Origin at(Place place) {
        return origins.get(place);
    }

    /** What the function around a place is called in the original; null when unknown. */
    @Nullable
    String function(Place place) {
        return functions.get(place);
    }

    /** The lines around the place that an origin is; null when the map does not hold them. */
    @Nullable
    SourceContext around(Origin origin) {
        Original original = origin.original();
        SortedMap<Integer, String> known = original == null ? null : lines.get(original);
        int line = origin.line() - 1;
        String current = known == null ? null : known.get(line);
        if (known == null || current == null) {
            return null;
        }
        return new SourceContext(
                new ArrayList<>(known.subMap(Math.max(0, line - AROUND), line).values()),
                current,
                new ArrayList<>(known.subMap(line + 1, line + AROUND + 1).values()));
    }
}
