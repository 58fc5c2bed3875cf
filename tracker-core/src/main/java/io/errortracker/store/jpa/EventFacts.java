package io.errortracker.store.jpa;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.User;
import io.errortracker.store.StoredEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stored events tell of their issue: users, environments and releases. */
final class EventFacts {
    private final Sql sql;
    private final UserHash users;
    private final Set<Long> userHashes = new LinkedHashSet<>();
    private final Set<String> environments = new LinkedHashSet<>();
    private final Set<String> releases = new LinkedHashSet<>();
    private @Nullable ErrorEvent newest;
    private @Nullable String firstRelease;

    /** @param events newest first */
    EventFacts(Sql sql, UserHash users, List<StoredEvent> events) {
        this.sql = sql;
        this.users = users;
        events.forEach(stored -> take(stored.event()));
    }

    private void take(ErrorEvent event) {
        newest = newest == null ? event : newest;
        User user = event.user();
        String identity = user == null ? null : user.identity();
        if (identity != null) {
            userHashes.add(users.of(identity));
        }
        if (event.environment() != null) {
            environments.add(Texts.column(event.environment(), 250));
        }
        if (event.release() != null) {
            releases.add(Texts.column(event.release(), 250));
        }
        firstRelease = Texts.optional(event.release(), 250);
    }

    void addTo(IssueRow issue) {
        userHashes.forEach(hash -> add("issue_user (issue_id, user_hash)", issue, hash));
        environments.forEach(name -> add("issue_environment (issue_id, name)", issue, name));
        releases.forEach(name -> add("issue_release (issue_id, name)", issue, name));
        issue.firstRelease = firstRelease;
        if (newest != null) {
            issue.lastRelease = Texts.optional(newest.release(), 250);
            issue.severity = (short) newest.level().ordinal();
            issue.platform = Texts.column(newest.platform(), 64);
            issue.entryPoint = Texts.optional(newest.transaction(), 500);
        }
    }

    private void add(String table, IssueRow issue, Object value) {
        sql.run("insert into " + table + " values (:issue, :value)", "issue", issue.id, "value", value);
    }
}
