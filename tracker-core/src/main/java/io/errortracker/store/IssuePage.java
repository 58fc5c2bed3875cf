package io.errortracker.store;

import io.errortracker.issue.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of issues.
 *
 * @param next cursor of the page after it; null on the last
 * @param previous cursor of the page before it; null on the first
 * @since 0.1.0
 */
public record IssuePage(
        List<Issue> issues, @Nullable String next, @Nullable String previous) {
    public IssuePage {
        issues = List.copyOf(issues);
    }
}
