package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Issue;
import io.errortracker.store.StoredEvent;
import java.util.Optional;
import java.util.function.Function;

/**
 * One event as JSON, for admins, or as text to paste elsewhere.
 *
 * @since 0.1.0
 */
public final class EventExportPage {
    private static final String TEXT = "text/plain;charset=utf-8";

    private final Function<ErrorEvent, String> json;

    public EventExportPage(Function<ErrorEvent, String> json) {
        this.json = json;
    }

    /** @param form {@code json}, {@code text} or {@code markdown} */
    public Answer show(Visit visit, Issue issue, String eventId, String form) {
        Optional<StoredEvent> stored = visit.site().store().event(issue.id(), eventId);
        if (stored.isEmpty()) {
            return Problem.notFound(visit);
        }
        ErrorEvent event = stored.get().event();
        return switch (form) {
            case "json" ->
                visit.visitor().isAdmin()
                        ? new Answer.Plain("application/json", json.apply(event))
                        : Problem.forbidden(visit);
            case "text" -> new Answer.Plain(TEXT, text(visit, issue, event).plain());
            case "markdown" -> new Answer.Plain(TEXT, text(visit, issue, event).markdown());
            default -> Problem.notFound(visit);
        };
    }

    private static EventText text(Visit visit, Issue issue, ErrorEvent event) {
        return new EventText(issue, visit.site().readable().apply(event).event());
    }
}
