package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import java.util.List;

/** One version of the grouping algorithm. A pure function of the event; kept as it was once events were stored under it. */
interface Grouping {
    int version();

    Key keyOf(ErrorEvent event);

    /** Every version that can still be asked for, newest first. */
    static List<Grouping> versions() {
        return List.of(new StackGrouping());
    }
}
