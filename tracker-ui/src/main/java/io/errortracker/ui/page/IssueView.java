package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of an issue shows. */
record IssueView(
        Shell shell,
        Head head,
        Chart chart,
        @Nullable EventView event,
        List<Share> shares,
        String sample,
        KinView kin,
        List<Deed> deeds) {

    /** What is said of the issue as a whole. */
    record Head(
            String address,
            String shortId,
            String level,
            List<Piece> type,
            List<Piece> value,
            Badge badge,
            List<Piece> culprit,
            List<Piece> transaction,
            Moment firstSeen,
            List<Piece> firstRelease,
            Moment lastSeen,
            List<Piece> lastRelease,
            String events,
            String users,
            List<Action> actions) {}

    /** A button. */
    record Action(String verb, String name, String hint, boolean primary) {}

    /** How the values of a tag are spread over the latest events. */
    record Share(String tag, List<Slice> slices) {}

    /** @param width of its bar, a percentage */
    record Slice(List<Piece> value, String percent, String width) {}

    /** Something that was done with the issue. */
    record Deed(String look, String text, Moment when) {}
}
