package io.errortracker.boot;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets events of others begin so many issues an hour; what would begin more goes into one issue for all of it. For the worker's thread.
 */
final class NewIssues implements Function<ErrorEvent, GroupedEvent> {
    static final int PER_HOUR = 100;
    static final String CATCH_ALL = "e7707e7707e7707e7707e7707e7707e7";
    private static final int REMEMBERED = 20_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final Function<ErrorEvent, GroupedEvent> grouping;
    private final Predicate<String> isKnown;
    private final Clock clock;
    private final Map<String, Boolean> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long hour;
    private int begun;

    /** @param isKnown whether there is an issue of a fingerprint */
    NewIssues(Function<ErrorEvent, GroupedEvent> grouping, Predicate<String> isKnown, Clock clock) {
        this.grouping = grouping;
        this.isKnown = isKnown;
        this.clock = clock;
    }

    @Override
    public GroupedEvent apply(ErrorEvent event) {
        GroupedEvent grouped = grouping.apply(event);
        return mayBegin(grouped) ? grouped : caught(grouped);
    }

    private boolean mayBegin(GroupedEvent grouped) {
        String fingerprint = grouped.fingerprint().hash();
        if (seen.get(fingerprint) != null) {
            return true;
        }
        boolean old = grouped.fingerprints().stream().anyMatch(known -> isOld(known.hash()));
        if (!old && !hasRoom()) {
            return false;
        }
        seen.put(fingerprint, true);
        return true;
    }

    private boolean isOld(String fingerprint) {
        try {
            return isKnown.test(fingerprint);
        } catch (StoreUnavailableException unknown) {
            return false;
        }
    }

    private boolean hasRoom() {
        long now = clock.millis() / HOUR_MILLIS;
        if (now != hour) {
            hour = now;
            begun = 0;
        }
        return begun++ < PER_HOUR;
    }

    private static GroupedEvent caught(GroupedEvent grouped) {
        Fingerprint all = new Fingerprint(
                CATCH_ALL,
                grouped.fingerprint().version(),
                List.of("more than " + PER_HOUR + " new issues within an hour were sent by other programs; this one was"
                        + " not begun any more"));
        return new GroupedEvent(
                grouped.event(), all, "Too many new issues", "sent by browsers or other programs within an hour", null);
    }
}
