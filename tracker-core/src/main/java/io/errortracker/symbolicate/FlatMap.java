package io.errortracker.symbolicate;

import io.errortracker.symbolicate.JsonBytes.Span;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source map without sections.
 *
 * @param json where all spans lie
 * @param sources with the source root in front; null where the original is not told
 * @param contents of each source; null where it is not in the map
 * @param mappings bytes of the mappings, without escapes
 * @param ignored sources that the build says are not the application's own
 */
record FlatMap(
        byte[] json,
        List<@Nullable String> sources,
        List<@Nullable Span> contents,
        int[] names,
        byte[] mappings,
        BitSet ignored) {
    private static final int MAX_LINE = 400;
    private static final int MAX_NAME = 200;

    /** Walks over all of it. */
    Mappings walk() {
        return new Mappings(mappings, 0, mappings.length, sources.size(), names.length / 2);
    }

    /**
     * Where positions come from, in one walk.
     *
     * @param places in order, from 0, without duplicates
     * @return for each the segment it lies in; null where it lies in none
     */
    List<@Nullable Segment> resolve(List<Place> places) throws BadSourceMapException {
        @Nullable Segment[] found = new Segment[places.size()];
        Mappings walk = walk();
        int from = 0;
        boolean more = walk.next();
        while (more && from < places.size()) {
            int line = walk.generatedLine;
            from = firstAtOrAfter(places, from, line);
            int to = from;
            while (to < places.size() && places.get(to).line() == line) {
                to++;
            }
            while (more && walk.generatedLine == line) {
                if (to > from) {
                    offer(walk, places, from, to, found);
                }
                more = walk.next();
            }
            carry(found, from, to);
            from = to;
        }
        return Arrays.asList(found);
    }

    private static int firstAtOrAfter(List<Place> places, int from, int line) {
        int first = from;
        while (first < places.size() && places.get(first).line() < line) {
            first++;
        }
        return first;
    }

    /** To the first place at or behind it, unless one is there that lies nearer: segments of a line need not be in order. */
    private static void offer(Mappings walk, List<Place> places, int from, int to, @Nullable Segment[] found) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).column() < walk.generatedColumn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < to) {
            Segment before = found[low];
            if (before == null || before.generatedColumn() <= walk.generatedColumn) {
                found[low] = Segment.of(walk);
            }
        }
    }

    /** A place without a segment of its own lies in that of the place before it. */
    private static void carry(@Nullable Segment[] found, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (found[i] == null) {
                found[i] = found[i - 1];
            }
        }
    }

    @Nullable
    String name(Segment segment) {
        if (segment.name() < 0) {
            return null;
        }
        return JsonText.decode(json, names[2 * segment.name()], names[2 * segment.name() + 1], MAX_NAME);
    }

    /**
     * Lines of a source, cut where they are very long, in one walk.
     *
     * @param wanted from 0
     * @return empty when the map does not hold the source
     */
    SortedMap<Integer, String> lines(int source, SortedSet<Integer> wanted) {
        SortedMap<Integer, String> lines = new TreeMap<>();
        Span content = source < contents.size() ? contents.get(source) : null;
        if (content == null || wanted.isEmpty()) {
            return lines;
        }
        JsonText text = new JsonText(json, content.from(), content.to());
        StringBuilder line = new StringBuilder();
        int number = 0;
        int c = text.next();
        while (number <= wanted.last()) {
            if (c < 0 || c == '\n') {
                if (wanted.contains(number)) {
                    lines.put(number, withoutReturn(line));
                }
                number++;
                line.setLength(0);
                if (c < 0) {
                    break;
                }
            } else if (line.length() < MAX_LINE) {
                line.appendCodePoint(c);
            }
            c = text.next();
        }
        return lines;
    }

    private static String withoutReturn(StringBuilder line) {
        int length = line.length();
        boolean returns = length > 0 && line.charAt(length - 1) == '\r';
        return line.substring(0, returns ? length - 1 : length);
    }
}
