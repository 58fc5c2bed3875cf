package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.RegroupStore.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Heads issues that stay by what their events are grouped by now, and puts the old titles back. */
final class RegroupedTitles {
    private final StatelessSession session;
    private final Sql sql;
    private final ShortIds shortIds;

    RegroupedTitles(StatelessSession session, Sql sql, ShortIds shortIds) {
        this.session = session;
        this.sql = sql;
        this.shortIds = shortIds;
    }

    /** Of several moves within one issue the largest names it. */
    void change(long run, List<Move> moves) {
        Map<Long, Move> largest = new HashMap<>();
        for (Move move : moves) {
            Long stays = move.to();
            if (stays != null && move.events().containsKey(stays)) {
                largest.merge(stays, move, (one, other) -> within(other, stays) > within(one, stays) ? other : one);
            }
        }
        largest.forEach((issue, move) -> change(run, issue, move.first()));
    }

    private static int within(Move move, long issue) {
        return move.events().getOrDefault(issue, List.of()).size();
    }

    private void change(long run, long id, GroupedEvent first) {
        IssueRow issue = session.get(IssueRow.class, id);
        if (issue == null) {
            return;
        }
        sql.run(
                "insert into regroup_title (run_id, issue_id, algorithm, kind, headline, culprit)"
                        + " select :run, i.id, i.algorithm, i.kind, i.headline, i.culprit from issue i where i.id = :id",
                "run",
                run,
                "id",
                id);
        title(issue, first.fingerprint().version(), first.type(), first.value(), first.culprit());
    }

    void putBack(long run) {
        sql.list(
                        Object[].class,
                        "select t.issue_id, t.algorithm, t.kind, t.headline, t.culprit from regroup_title t where t.run_id = :run",
                        "run",
                        run)
                .forEach(row -> {
                    IssueRow issue = session.get(IssueRow.class, ((Number) row[0]).longValue());
                    if (issue != null) {
                        title(issue, ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
                    }
                });
    }

    private void title(IssueRow issue, int algorithm, String kind, String headline, @Nullable String culprit) {
        issue.algorithm = algorithm;
        issue.kind = Texts.column(kind, 300);
        issue.headline = Texts.column(headline, 500);
        issue.culprit = Texts.optional(culprit, 500);
        issue.searchText =
                Texts.searchable(issue.kind, issue.headline, issue.culprit, issue.entryPoint, shortIds.of(issue.id));
        session.update(issue);
    }
}
