package io.errortracker.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collapses the cycles of a recursion, of whatever period, to one turn and a frame that says how many turns were left out. The work is
 * bounded: a trace made to defeat it is left as it is.
 */
final class RepeatedFrames {
    private static final int FEWEST_TURNS = 3;
    private static final int PERIODS_TRIED = 16;
    private static final int COMPARISONS = 2_000_000;

    private final List<StackFrame> frames;
    private final int[] place;
    private final int[] nextSamePlace;
    private int budget = COMPARISONS;

    private RepeatedFrames(List<StackFrame> frames) {
        this.frames = frames;
        this.place = places(frames);
        this.nextSamePlace = nextSame(place);
    }

    static List<StackFrame> collapsed(List<StackFrame> frames) {
        return new RepeatedFrames(frames).collapse();
    }

    private List<StackFrame> collapse() {
        List<StackFrame> kept = new ArrayList<>();
        int at = 0;
        while (at < place.length) {
            Cycle cycle = cycleAt(at);
            if (cycle == null) {
                kept.add(frames.get(at));
                at++;
            } else {
                kept.addAll(frames.subList(at, at + cycle.period()));
                kept.add(EventLimits.repeatedFrames(cycle.period(), cycle.turns() - 1));
                at += cycle.period() * cycle.turns();
            }
        }
        return kept;
    }

    /** A cycle of this period starts wherever the same place comes again that many frames later, so only such periods are tried. */
    private @Nullable Cycle cycleAt(int start) {
        int again = nextSamePlace[start];
        for (int tried = 0; again >= 0 && tried < PERIODS_TRIED && budget > 0; tried++) {
            int period = again - start;
            int turns = 1 + matching(start, period) / period;
            if (turns >= FEWEST_TURNS) {
                return new Cycle(period, turns);
            }
            again = nextSamePlace[again];
        }
        return null;
    }

    /** How many frames from {@code start} on equal the frame one period later. */
    private int matching(int start, int period) {
        int at = start;
        while (at + period < place.length && place[at] == place[at + period] && budget > 0) {
            at++;
            budget--;
        }
        return at - start;
    }

    private static int[] places(List<StackFrame> frames) {
        Map<Place, Integer> numbers = new HashMap<>();
        int[] places = new int[frames.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = numbers.computeIfAbsent(Place.of(frames.get(i)), unseen -> numbers.size());
        }
        return places;
    }

    private static int[] nextSame(int[] places) {
        int[] next = new int[places.length];
        int[] seenAt = new int[places.length];
        Arrays.fill(seenAt, -1);
        for (int i = places.length - 1; i >= 0; i--) {
            next[i] = seenAt[places[i]];
            seenAt[places[i]] = i;
        }
        return next;
    }

    /** Variables differ from turn to turn and do not count. */
    private record Place(
            @Nullable String module,
            @Nullable String function,
            @Nullable String file,
            int line,
            int column) {
        static Place of(StackFrame frame) {
            return new Place(frame.module(), frame.function(), frame.file(), frame.line(), frame.column());
        }
    }

    private record Cycle(int period, int turns) {}
}
