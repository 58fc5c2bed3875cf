package io.errortracker.issue;

/**
 * What recording one event did to its issue.
 *
 * @since 0.1.0
 */
public sealed interface Change {

    /** The issue after the batch that held the event was recorded. */
    Issue issue();

    /** The event that made the change. */
    GroupedEvent cause();

    /** The first event of an issue. */
    record FirstSeen(Issue issue, GroupedEvent cause) implements Change {}

    /** One more event of an issue that is unresolved or ignored. */
    record Repeated(Issue issue, GroupedEvent cause) implements Change {}

    /** An event of an issue that was resolved: it is unresolved again. */
    record Regressed(Issue issue, GroupedEvent cause) implements Change {}
}
