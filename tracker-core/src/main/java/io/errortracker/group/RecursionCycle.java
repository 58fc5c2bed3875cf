package io.errortracker.group;

import io.errortracker.event.StackFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sites an endless recursion goes through, whatever the period of the cycle and wherever in it the stack ran out. */
final class RecursionCycle {
    /** The innermost frames looked at: enough for every cycle that people write. */
    private static final int WINDOW = 256;

    /** A site seen less often than this is no part of a recursion. */
    private static final int FEWEST_TURNS = 3;

    /** A site seen in fewer than a quarter of the turns is a side path of it. */
    private static final int RAREST_SHARE = 4;

    private RecursionCycle() {}

    /** The cycle's sites in the order of their names, those of the application's own code if it has part in it; empty when nothing recurs. */
    static List<Site> of(List<StackFrame> frames, Sites sites) {
        Map<Site, Integer> own = new HashMap<>();
        Map<Site, Integer> all = new HashMap<>();
        for (StackFrame frame : frames.subList(0, Math.min(WINDOW, frames.size()))) {
            Site site = sites.of(frame);
            if (site != null) {
                all.merge(site, 1, Integer::sum);
                if (frame.inApp()) {
                    own.merge(site, 1, Integer::sum);
                }
            }
        }
        List<Site> cycle = frequent(own);
        return cycle.isEmpty() ? frequent(all) : cycle;
    }

    private static List<Site> frequent(Map<Site, Integer> turns) {
        int most = turns.isEmpty() ? 0 : Collections.max(turns.values());
        List<Site> cycle = new ArrayList<>();
        if (most >= FEWEST_TURNS) {
            turns.forEach((site, count) -> {
                if (count * RAREST_SHARE >= most) {
                    cycle.add(site);
                }
            });
            cycle.sort((a, b) -> a.qualified().compareTo(b.qualified()));
        }
        return cycle;
    }
}
