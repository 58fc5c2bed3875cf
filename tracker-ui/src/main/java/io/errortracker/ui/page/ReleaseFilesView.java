package io.errortracker.ui.page;

import java.util.List;

/**
 * What the template of a release's files shows.
 *
 * @param version empty for files without a release
 * @param deletion what the button will do
 */
record ReleaseFilesView(
        Shell shell, List<Piece> title, String version, String summary, String deletion, List<Row> rows) {

    /** A file. */
    record Row(List<Piece> url, String kind, List<Piece> debugId, List<Piece> dist, String size) {}
}
