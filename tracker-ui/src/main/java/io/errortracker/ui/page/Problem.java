package io.errortracker.ui.page;

/**
 * Pages that say why there is no page.
 *
 * @since 0.1.0
 */
public final class Problem {
    private Problem() {}

    /** There is no such page, issue or event. */
    public static Answer notFound(Visit visit) {
        return answer(
                visit,
                404,
                "Nothing is here.",
                "The issue or event may have been deleted, or retention has removed it. Its address may also be mistyped.");
    }

    /** The visitor may not do this, or the form was not from one of our pages. */
    public static Answer forbidden(Visit visit) {
        String why = visit.visitor().isAdmin()
                ? "Nothing was changed. The page that sent this was too old or not one of ours: reload it and try again."
                : "Nothing was changed. You are signed in as a viewer; changes and raw request data need an admin.";
        return answer(visit, 403, "That is not allowed.", why);
    }

    /** The store cannot be read or written now. */
    public static Answer storeUnavailable(Visit visit) {
        return answer(
                visit,
                503,
                "The store cannot be read now.",
                "The tracker tries to open it again by itself. New events wait in memory meanwhile; Tracker health tells more.");
    }

    /** The tracker itself failed. */
    public static Answer failed(Visit visit) {
        return answer(
                visit,
                500,
                "The tracker failed to make this page.",
                "The application is not affected. What went wrong is in the server log and under Tracker health.");
    }

    private static Answer answer(Visit visit, int status, String headline, String explanation) {
        Shell shell = Shell.of(headline, "", visit);
        String way = status >= 500 ? visit.base() + "/health" : visit.base() + "/";
        String wayName = status >= 500 ? "Tracker health" : "All issues";
        return new Answer.Html(
                status,
                "message.jte",
                new MessageView(shell, Integer.toString(status), headline, explanation, way, wayName));
    }
}
