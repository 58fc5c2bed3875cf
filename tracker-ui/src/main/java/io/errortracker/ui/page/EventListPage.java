package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.issue.Issue;
import io.errortracker.store.EventPage;
import io.errortracker.ui.page.EventListView.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored events of an issue, newest first.
 *
 * @since 0.1.0
 */
public final class EventListPage {
    private static final int PER_PAGE = 50;

    public Answer show(Visit visit, Issue issue) {
        String cursor = visit.query().text("cursor");
        EventPage page = visit.site().store().events(issue.id(), cursor, PER_PAGE);
        String address = IssueDetailPage.address(visit, issue);
        String next = page.next();
        EventListView view = new EventListView(
                Shell.of("Events of " + ForeignText.plain(issue.shortId()), "issues", visit),
                address,
                ForeignText.plain(issue.shortId()),
                ForeignText.line(issue.type()),
                ForeignText.line(issue.value()),
                Amount.of(issue.events(), "event"),
                page.events().stream()
                        .map(stored -> row(stored.event(), visit, address))
                        .toList(),
                cursor == null ? null : address + "/events",
                next == null
                        ? null
                        : Address.of(address + "/events").with("cursor", next).toString());
        return Answer.page("events.jte", view);
    }

    private static Row row(ErrorEvent event, Visit visit, String address) {
        Object status = event.context("response", "status_code");
        return new Row(
                address + "/events/" + Address.segment(event.id()),
                event.id().substring(0, Math.min(8, event.id().length())),
                visit.moments().of(event.timestamp()),
                pieces(message(event)),
                status == null ? "" : ForeignText.plain(status.toString()),
                pieces(Fates.user(event.user())),
                pieces(event.release()),
                pieces(event.environment()),
                pieces(event.serverName()));
    }

    private static @Nullable String message(ErrorEvent event) {
        ExceptionInfo thrown = event.thrown();
        return thrown == null || thrown.value() == null ? event.message() : thrown.value();
    }

    private static List<Piece> pieces(@Nullable String text) {
        return text == null ? List.of() : ForeignText.line(text);
    }
}
