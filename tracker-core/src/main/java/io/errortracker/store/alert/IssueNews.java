package io.errortracker.store.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch did to one issue.
 *
 * @param issue as it is after the batch
 * @param usersBefore how many distinct users it had before
 * @param first whether it is new
 * @param regressed whether it was resolved and came back
 * @param seen the events, in the order of the batch
 * @param tallied events beside them of which only the number is known
 * @since 0.1.0
 */
public record IssueNews(
        Issue issue, long usersBefore, boolean first, boolean regressed, List<Seen> seen, long tallied) {
    public IssueNews {
        seen = List.copyOf(seen);
    }

    /**
     * An event of the issue.
     *
     * @param user a number for whom it happened to, the same for the same user within one store; null when nobody is known
     */
    public record Seen(ErrorEvent event, @Nullable Long user) {}
}
