package io.errortracker.ui.page;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Why an issue matters now.
 *
 * @param look the class that draws it
 */
record Badge(String look, String text) {
    private static final Duration NEW = Duration.ofHours(24);
    private static final int ENOUGH = 10;

    /** The one badge of an issue in a list; null when nothing is to be said. */
    static @Nullable Badge of(Issue issue, long[] hours, Instant now) {
        if (issue.status() != IssueStatus.UNRESOLVED) {
            return ofStatus(issue.status());
        }
        if (issue.regressed()) {
            return new Badge("regressed", "↺ regressed");
        }
        if (issue.firstSeen().isAfter(now.minus(NEW))) {
            String release = issue.firstRelease();
            return new Badge("new", release == null ? "new" : "new in " + ForeignText.plain(release));
        }
        return isEscalating(hours) ? new Badge("escalating", "↗ escalating") : null;
    }

    static Badge ofStatus(IssueStatus status) {
        return switch (status) {
            case RESOLVED -> new Badge("resolved", "✓ resolved");
            case IGNORED -> new Badge("ignored", "ignored");
            case UNRESOLVED -> new Badge("unresolved", "unresolved");
        };
    }

    /** At least twice the hourly mean of the hours before it, and not just a few; an empty baseline counts as one an hour. */
    private static boolean isEscalating(long[] hours) {
        if (hours.length < 2) {
            return false;
        }
        long latest = Math.max(hours[hours.length - 1], hours[hours.length - 2]);
        double mean = Arrays.stream(hours, 0, hours.length - 2).average().orElse(0);
        return latest >= ENOUGH && latest >= 2 * Math.max(1, mean);
    }
}
