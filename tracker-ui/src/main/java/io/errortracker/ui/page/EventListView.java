package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of an issue's events shows. */
record EventListView(
        Shell shell,
        String issue,
        String shortId,
        List<Piece> type,
        List<Piece> value,
        String count,
        List<Row> rows,
        @Nullable String first,
        @Nullable String older) {

    record Row(
            String address,
            String brief,
            Moment when,
            List<Piece> message,
            String status,
            List<Piece> user,
            List<Piece> release,
            List<Piece> environment,
            List<Piece> server) {}
}
