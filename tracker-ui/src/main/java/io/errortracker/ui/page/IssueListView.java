package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of the issue list shows. */
record IssueListView(
        Shell shell,
        Totals totals,
        Filters filters,
        List<Tab> tabs,
        List<Row> rows,
        @Nullable String newer,
        @Nullable String older,
        @Nullable Empty empty) {

    /** The chart above the list. */
    record Totals(Chart chart, String headline, String span, String day, String fortnight, boolean wide) {}

    /** The search box and the drop-down lists. */
    record Filters(
            String action,
            String typed,
            @Nullable String status,
            boolean wide,
            List<Option> environments,
            List<Option> releases,
            List<Option> levels,
            List<Option> sorts,
            @Nullable String clear) {}

    record Tab(String name, String address, @Nullable String count, boolean current) {}

    /** One issue. */
    record Row(
            long id,
            String shortId,
            String address,
            String level,
            boolean tellLevel,
            List<Piece> type,
            List<Piece> value,
            String title,
            List<Piece> culprit,
            List<Piece> transaction,
            @Nullable Badge badge,
            Sparkline sparkline,
            Amount events,
            Amount users,
            Moment lastSeen,
            Moment firstSeen) {}

    /** What an empty list says. */
    record Empty(
            String headline,
            String explanation,
            @Nullable String way,
            @Nullable String wayName) {}

    boolean hasPages() {
        return newer != null || older != null;
    }
}
