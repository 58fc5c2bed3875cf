package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as the page of its issue shows it.
 *
 * @param related other events of its trace
 * @param trace where the spans of its trace are shown; null when there are none
 */
record EventView(
        String id,
        Moment when,
        List<Fate> fates,
        @Nullable String older,
        @Nullable String newer,
        @Nullable StackView stack,
        List<Piece> message,
        List<Crumb> breadcrumbs,
        @Nullable Asked request,
        List<Node.Entry> user,
        List<Tag> tags,
        List<Node.Entry> extra,
        List<Group> contexts,
        List<Node.Entry> modules,
        List<Reason> whyGrouped,
        List<Reason> whyNow,
        List<String> cuts,
        List<Related> related,
        @Nullable String trace,
        @Nullable String json,
        String text,
        String markdown) {

    /** What became of it, one thing each: the response, the database transaction, whose it was. */
    record Fate(String look, List<Piece> text) {}

    record Crumb(
            String clock,
            Moment when,
            String gap,
            String level,
            String category,
            List<Piece> message,
            List<Node.Entry> data) {}

    /**
     * The request.
     *
     * @param headers null when the visitor may not see them
     */
    record Asked(
            String method,
            List<Piece> url,
            List<Node.Entry> query,
            @Nullable List<Node.Entry> headers) {}

    /**
     * Another event of the same trace.
     *
     * @param where {@code in the page}, {@code on the server}, ...
     */
    record Related(String where, List<Piece> type, List<Piece> value, String shortId, String address, Moment when) {}

    record Tag(String name, List<Piece> value, String search) {}

    record Group(String name, List<Node.Entry> entries) {}

    String brief() {
        return id.length() <= 8 ? id : id.substring(0, 8);
    }

    /** Something the fingerprint is made of, or leaves out, and why. */
    record Reason(String what, String why) {

        /** @param line {@code culprit com.acme.Cart.total: the first frame to blame} */
        static Reason of(String line) {
            String plain = ForeignText.plain(line);
            int colon = plain.lastIndexOf(": ");
            return colon < 0
                    ? new Reason(plain, "")
                    : new Reason(plain.substring(0, colon), plain.substring(colon + 2));
        }
    }
}
