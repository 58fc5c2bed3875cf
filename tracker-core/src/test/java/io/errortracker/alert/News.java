package io.errortracker.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.alert.IssueNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes news of issues for tests. */
final class News {
    private Instant firstSeen = Instant.parse("2026-11-01T00:00:00Z");
    private IssueStatus status = IssueStatus.UNRESOLVED;
    private long usersBefore;
    private long users;
    private boolean first;
    private boolean regressed;
    private long tallied;
    private final long id;
    private final List<IssueNews.Seen> seen = new ArrayList<>();

    private News(long id) {
        this.id = id;
    }

    static News of(long issue) {
        return new News(issue);
    }

    News first(Instant when) {
        first = true;
        firstSeen = when;
        return this;
    }

    News regressed() {
        regressed = true;
        return this;
    }

    News status(IssueStatus newStatus) {
        status = newStatus;
        return this;
    }

    News users(long before, long after) {
        usersBefore = before;
        users = after;
        return this;
    }

    News events(long count) {
        tallied = count;
        return this;
    }

    News event(Instant when, Consumer<ErrorEvent.Builder> details) {
        return eventBy(null, when, details);
    }

    News eventBy(Long user, Instant when, Consumer<ErrorEvent.Builder> details) {
        ErrorEvent.Builder event = ErrorEvent.builder(ErrorEvent.newId(), when);
        details.accept(event);
        seen.add(new IssueNews.Seen(event.build(), user));
        return this;
    }

    IssueNews news() {
        Issue issue = new Issue(
                id,
                "SHOP-" + id,
                "f" + id,
                1,
                "PaymentDeclined",
                "card expired",
                "Payment.pay",
                "POST /orders/{id}/pay",
                Level.ERROR,
                "java",
                status,
                regressed,
                firstSeen,
                firstSeen,
                null,
                null,
                tallied + seen.size(),
                users,
                null);
        return new IssueNews(issue, usersBefore, first, regressed, seen, tallied);
    }
}
