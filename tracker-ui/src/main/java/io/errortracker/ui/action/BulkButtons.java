package io.errortracker.ui.action;

import io.errortracker.issue.IssueStatus;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Locations;
import io.errortracker.ui.page.Visit;
import java.util.Collection;
import java.util.Optional;

/**
 * The bar below the list: sets the status of every issue that was ticked, or merges them.
 *
 * @since 0.1.0
 */
public final class BulkButtons {
    private final StatusChange change = new StatusChange();
    private final MergeButton merge = new MergeButton();

    public Answer press(Visit visit) {
        Collection<Long> ids = visit.query().numbers("id");
        Optional<IssueStatus> status = StatusChange.named(visit.query().text("action"));
        String next = Locations.next(visit.query().text("next"), visit.base(), visit.base() + "/");
        String action = String.valueOf(visit.query().text("action"));
        if (action.equals("merge")) {
            return merge.mergeTicked(visit, ids, next);
        }
        if (action.equals("unmerge")) {
            return merge.undo(visit, ids, next);
        }
        if (ids.isEmpty() || status.isEmpty()) {
            return new Answer.SeeOther(next);
        }
        return change.make(visit, ids, status.get(), next);
    }
}
