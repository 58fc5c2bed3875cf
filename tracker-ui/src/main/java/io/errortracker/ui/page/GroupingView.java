package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the grouping page shows.
 *
 * @param rules what is in the text field
 * @param problem what is wrong with them; null when nothing is
 * @param configured the rules of the configuration, one a line; empty for none
 * @param preview null when none was asked for
 */
record GroupingView(
        Shell shell,
        String address,
        String rules,
        @Nullable String changed,
        @Nullable String problem,
        List<String> configured,
        @Nullable Outlook preview,
        List<Change> runs) {

    /**
     * What regrouping would do.
     *
     * @param said one sentence
     * @param hint another
     * @param applicable whether there is something to do by the rules that are saved
     */
    record Outlook(String said, String hint, boolean applicable, List<Step> joins, List<Step> parts, String more) {}

    /** @param address of the issue; @param to of the other one, empty for one that would be made */
    record Step(
            String shortId,
            String address,
            List<Piece> title,
            String events,
            String to,
            String toAddress,
            List<Piece> toTitle) {}

    /** Something that was regrouped. @param id what the button to undo it sends; empty when it was undone */
    record Change(String id, String what, String state, Moment when) {}
}
