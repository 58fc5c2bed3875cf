package io.errortracker.ui.action;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Locations;
import io.errortracker.ui.page.Visit;
import java.util.List;

/**
 * Resolve, Ignore or Reopen on the page of one issue.
 *
 * @since 0.1.0
 */
public final class StatusButton {
    private final StatusChange change = new StatusChange();

    public Answer press(Visit visit, Issue issue, IssueStatus status) {
        String otherwise = visit.base() + "/issues/" + issue.id();
        String next = Locations.next(visit.query().text("next"), visit.base(), otherwise);
        return change.make(visit, List.of(issue.id()), status, next);
    }
}
