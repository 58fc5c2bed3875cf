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

/**
 * What a source map knows of the places of one minified file that an event names. Holds nothing of the map itself, so that it may be kept
 * for long.
 */
record FrameOrigins(Map<Place, Known> places) {
    private static final int AROUND = 5;

    /**
     * What is known of a place.
     *
     * @param source the original file as the map names it
     * @param line from 1
     * @param column from 1
     * @param name what the map says is called so at this very place; null when it does not say
     * @param ignored whether the build says that the file is not the application's own
     * @param function what the function around the place is called in the original; null when unknown
     * @param around the lines around it; null when the map does not hold them
     */
    record Known(
            String source,
            int line,
            int column,
            @Nullable String name,
            boolean ignored,
            @Nullable String function,
            @Nullable SourceContext around) {}

    /** @param minified the file itself, for the names of its functions; empty when it is not there */
    static FrameOrigins of(SourceMap map, byte[] minified, List<Place> places) throws BadSourceMapException {
        Map<Place, Origin> origins = map.origins(places);
        Map<Place, String> functions = FunctionNames.of(map, minified, places);
        Map<Original, SortedMap<Integer, String>> lines = lines(origins.values());
        Map<Place, Known> known = new HashMap<>();
        origins.forEach((place, origin) -> {
            String source = origin.source();
            if (source != null) {
                known.put(
                        place,
                        new Known(
                                source,
                                origin.line(),
                                origin.column(),
                                origin.name(),
                                origin.ignored(),
                                functions.get(place),
                                around(origin, lines)));
            }
        });
        return new FrameOrigins(known);
    }

    private static Map<Original, SortedMap<Integer, String>> lines(Iterable<Origin> origins) {
        Map<Original, SortedSet<Integer>> wanted = new HashMap<>();
        for (Origin origin : origins) {
            if (origin.original() != null) {
                SortedSet<Integer> numbers = wanted.computeIfAbsent(origin.original(), first -> new TreeSet<>());
                int line = origin.line() - 1;
                for (int i = Math.max(0, line - AROUND); i <= line + AROUND; i++) {
                    numbers.add(i);
                }
            }
        }
        Map<Original, SortedMap<Integer, String>> lines = new HashMap<>();
        wanted.forEach((original, numbers) -> lines.put(original, original.lines(numbers)));
        return lines;
    }

    private static @Nullable SourceContext around(Origin origin, Map<Original, SortedMap<Integer, String>> lines) {
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

    /** Null when the map tells no original of the place. */
    @Nullable
    Known at(Place place) {
        return places.get(place);
    }
}
