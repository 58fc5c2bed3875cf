package io.errortracker.ui.action;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueStore;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.Visit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets the status of issues and says so on the next page, with a way back where all of them had the same status before.
 *
 * @since 0.1.0
 */
public final class StatusChange {

    /** The status that a button of this name sets: {@code resolve}, {@code ignore}, {@code reopen}. */
    public static Optional<IssueStatus> named(@Nullable String button) {
        if (button == null) {
            return Optional.empty();
        }
        return switch (button.toLowerCase(Locale.ROOT)) {
            case "resolve" -> Optional.of(IssueStatus.RESOLVED);
            case "ignore" -> Optional.of(IssueStatus.IGNORED);
            case "reopen" -> Optional.of(IssueStatus.UNRESOLVED);
            default -> Optional.empty();
        };
    }

    Answer make(Visit visit, Collection<Long> ids, IssueStatus status, String next) {
        IssueStore store = visit.site().store();
        Set<IssueStatus> before = statuses(store, ids);
        int changed = store.setStatus(ids, status, visit.visitor().name());
        if (changed == 0 || visit.query().text("quiet") != null) {
            return new Answer.SeeOther(next);
        }
        IssueStatus was = before.size() == 1 ? before.iterator().next() : null;
        return new Answer.SeeOther(Flash.tell(next, status, ids, was));
    }

    private static Set<IssueStatus> statuses(IssueStore store, Collection<Long> ids) {
        Set<IssueStatus> statuses = EnumSet.noneOf(IssueStatus.class);
        for (Long id : ids) {
            store.issue(id).map(Issue::status).ifPresent(statuses::add);
        }
        return statuses;
    }
}
