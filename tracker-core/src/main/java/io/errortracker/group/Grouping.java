package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import java.util.List;

/** One version of the grouping algorithm. A pure function of the event; kept as it was once events were stored under it. */
interface Grouping {
    int version();

    Key keyOf(ErrorEvent event);

    /** Whether this version would say of an event what the newest says of it: then it need not be asked. */
    boolean agreesWith(Key newest);

    /** Every version that can still be asked for, newest first. */
    static List<Grouping> versions() {
        return List.of(StackGrouping.BY_CODE, StackGrouping.BY_NAMES);
    }
}
