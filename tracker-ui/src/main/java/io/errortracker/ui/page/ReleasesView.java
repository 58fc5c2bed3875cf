package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of the releases shows. */
record ReleasesView(
        Shell shell,
        String summary,
        List<Row> rows,
        @Nullable Kept loose,
        List<String> served,
        @Nullable String moreServed) {

    /**
     * A release.
     *
     * @param issues address of the issues seen in it
     * @param lastEvent null when none was
     * @param fresh issues first seen in it
     * @param kept its files; null when there are none
     */
    record Row(
            List<Piece> version,
            String issues,
            Moment heard,
            @Nullable Moment firstEvent,
            @Nullable Moment lastEvent,
            Amount fresh,
            @Nullable Deployed deployed,
            @Nullable Kept kept) {}

    record Deployed(List<Piece> environment, Moment when) {}

    /** Uploaded files. @param address of the page that lists them */
    record Kept(
            String address,
            String count,
            String size,
            @Nullable Moment uploaded) {}
}
