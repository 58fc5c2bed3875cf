package io.errortracker.store.jpa;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.User;
import io.errortracker.store.Batch;
import io.errortracker.store.alert.IssueNews;
import io.errortracker.store.jpa.RecordedIssue.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch does to its issues, as alerts want to know it. */
final class NewsGathering {
    private final UserHash users;
    private final Map<RecordedIssue, Gathered> all = new LinkedHashMap<>();

    NewsGathering(UserHash users) {
        this.users = users;
    }

    void add(RecordedIssue issue, ErrorEvent event, Effect effect) {
        User user = event.user();
        String identity = user == null ? null : user.identity();
        Gathered gathered = of(issue, effect);
        gathered.seen.add(new IssueNews.Seen(event, identity == null ? null : users.of(identity)));
    }

    void add(RecordedIssue issue, Batch.Tally tally, Effect effect) {
        of(issue, effect).tallied += tally.events();
    }

    private Gathered of(RecordedIssue issue, Effect effect) {
        Gathered gathered = all.computeIfAbsent(issue, key -> new Gathered(key.row().users));
        gathered.first |= effect == Effect.FIRST;
        gathered.regressed |= effect == Effect.REGRESSED;
        return gathered;
    }

    /** Once everything else of the batch is written. */
    List<IssueNews> told(ShortIds shortIds) {
        List<IssueNews> told = new ArrayList<>(all.size());
        all.forEach((issue, gathered) -> told.add(new IssueNews(
                issue.row().toIssue(shortIds),
                gathered.usersBefore,
                gathered.first,
                gathered.regressed,
                gathered.seen,
                gathered.tallied)));
        return told;
    }

    private static final class Gathered {
        private final long usersBefore;
        private final List<IssueNews.Seen> seen = new ArrayList<>();
        private boolean first;
        private boolean regressed;
        private long tallied;

        Gathered(long usersBefore) {
            this.usersBefore = usersBefore;
        }
    }
}
