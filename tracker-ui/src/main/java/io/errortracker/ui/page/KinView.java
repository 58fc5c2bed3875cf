package io.errortracker.ui.page;

import io.errortracker.issue.Issue;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueMerging.KnownFingerprint;
import io.errortracker.store.IssueMerging.Merge;
import io.errortracker.ui.page.Moments.Moment;
import java.util.List;

/**
 * What belongs to an issue beside what it began with: the fingerprints that lead to it, and the issues that were merged into it.
 *
 * @param address of the issue
 * @param prints empty when there is one only
 */
record KinView(String address, List<Print> prints, List<Merged> merged) {

    /** A fingerprint. @param hash what the button to split it off sends; empty when it stays */
    record Print(String hash, List<Piece> title, List<Piece> culprit, String facts, Moment lastSeen) {}

    /** An issue that went into this one. @param id what the button to undo it sends */
    record Merged(String id, String shortId, List<Piece> title, String actor, Moment when) {}

    static KinView of(Visit visit, Issue issue, String address) {
        IssueMerging merging = visit.site().merging();
        List<KnownFingerprint> prints = merging.fingerprints(issue.id());
        return new KinView(
                address,
                prints.size() < 2
                        ? List.of()
                        : prints.stream().map(print -> print(visit, print)).toList(),
                merging.mergedInto(issue.id()).stream()
                        .map(merge -> merged(visit, merge))
                        .toList());
    }

    private static Print print(Visit visit, KnownFingerprint print) {
        String facts = Amount.of(print.events(), "event") + ", algorithm " + print.algorithm()
                + (print.own() ? ", the first" : print.pinned() ? ", put here by people" : "");
        return new Print(
                print.separable() && !print.own() ? print.hash() : "",
                ForeignText.line(print.title()),
                print.culprit() == null ? List.of() : ForeignText.line(print.culprit()),
                facts,
                visit.moments().of(print.lastSeen()));
    }

    private static Merged merged(Visit visit, Merge merge) {
        return new Merged(
                Long.toString(merge.id()),
                ForeignText.plain(merge.merged()),
                ForeignText.line(merge.title()),
                ForeignText.plain(merge.actor()),
                visit.moments().of(merge.when()));
    }
}
