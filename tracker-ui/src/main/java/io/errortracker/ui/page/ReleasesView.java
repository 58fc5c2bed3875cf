package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the releases shows.
 *
 * @param hasSessions whether any release has
 * @param environments to choose whose sessions are shown; empty when there is no choice
 */
record ReleasesView(
        Shell shell,
        String summary,
        List<Row> rows,
        boolean hasSessions,
        List<Option> environments,
        @Nullable Kept loose,
        ServedMapsView served) {

    /**
     * A release.
     *
     * @param issues address of the issues seen in it
     * @param lastEvent null when none was
     * @param fresh issues first seen in it
     * @param went how its sessions went; null when there were none
     * @param kept its files; null when there are none
     */
    record Row(
            List<Piece> version,
            String issues,
            Moment heard,
            @Nullable Moment firstEvent,
            @Nullable Moment lastEvent,
            Amount fresh,
            @Nullable Went went,
            @Nullable Deployed deployed,
            @Nullable Kept kept) {}

    /**
     * How sessions went.
     *
     * @param crashFree {@code 99.2 %}
     * @param look {@code ill} when that is bad, else {@code well}
     * @param sample of how many
     */
    record Went(String crashFree, String look, String sample, SessionBars bars) {}

    record Deployed(List<Piece> environment, Moment when) {}

    /** Uploaded files. @param address of the page that lists them */
    record Kept(
            String address,
            String count,
            String size,
            @Nullable Moment uploaded) {}
}
