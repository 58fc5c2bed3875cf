package io.errortracker.issue;

import java.util.Locale;
import java.util.Optional;

/**
 * Where an issue stands in people's work.
 *
 * @since 0.1.0
 */
public enum IssueStatus {
    UNRESOLVED,
    RESOLVED,
    IGNORED;

    /** The word used in JSON, in search and on the pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IssueStatus> ofLabel(String label) {
        for (IssueStatus status : values()) {
            if (status.label().equals(label.toLowerCase(Locale.ROOT))) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
