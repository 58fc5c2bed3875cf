package io.errortracker.ui.page;

import io.errortracker.ui.page.EventView.Related;
import java.util.List;

/** What the template of a trace shows. */
record TraceView(Shell shell, String id, String summary, List<Related> events, List<Row> rows, boolean more) {

    /**
     * One span.
     *
     * @param depth 0 to 8: how far it is indented
     * @param look {@code failed} or nothing
     * @param x where its bar begins, in percent; {@code 12.5%}
     * @param width of its bar, in percent
     */
    record Row(
            int depth, String look, String op, List<Piece> name, String status, String took, String x, String width) {}
}
