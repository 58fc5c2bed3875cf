package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which issue an event belongs to, and says why.
 *
 * <p>A pure function of the event and the rules: no state, no clock, no I/O; the same event has the same fingerprint in every JVM.
 * Linear in the size of the event. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class Grouper {
    private final GroupingRules rules;
    private final List<Grouping> versions;

    /** Groups by the algorithm alone. */
    public Grouper() {
        this(GroupingRules.none());
    }

    /** @param rules what people said; they go before what the event itself asks for and before the algorithm */
    public Grouper(GroupingRules rules) {
        this(rules, Grouping.versions());
    }

    Grouper(GroupingRules rules, List<Grouping> versions) {
        this.rules = rules;
        this.versions = versions;
    }

    /** The version of the algorithm that {@link #group} uses: the newest. */
    public int version() {
        return newest().version();
    }

    /**
     * Every version whose fingerprints are looked for, newest first. While there are several, an issue of an older version is
     * found by the older fingerprint before an event is taken for the first of a new issue.
     */
    public List<Integer> versions() {
        return versions.stream().map(Grouping::version).toList();
    }

    /** The event with its fingerprints and headline. Never throws for what an event contains. */
    public GroupedEvent group(ErrorEvent event) {
        Key key = newest().keyOf(event);
        CustomKey custom = CustomKey.of(event, key, rules);
        String culprit = key.culprit() == null ? null : key.culprit().label();
        String title = custom.title();
        Headline headline = title == null ? key.headline() : new Headline(title, "");
        return new GroupedEvent(
                event, custom.fingerprint(version()), earlier(event, key), headline.type(), headline.value(), culprit);
    }

    /** The event's fingerprints under the versions that differ about it, newest first; the first is that of {@link #group}. */
    public List<Fingerprint> fingerprints(ErrorEvent event) {
        return group(event).fingerprints();
    }

    private List<Fingerprint> earlier(ErrorEvent event, Key key) {
        List<Fingerprint> earlier = new ArrayList<>(versions.size() - 1);
        for (Grouping version : versions.subList(1, versions.size())) {
            if (!version.agreesWith(key)) {
                earlier.add(CustomKey.of(event, version.keyOf(event), rules).fingerprint(version.version()));
            }
        }
        return earlier;
    }

    private Grouping newest() {
        return versions.get(0);
    }
}
