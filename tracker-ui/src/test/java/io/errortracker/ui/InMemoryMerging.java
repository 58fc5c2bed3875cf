package io.errortracker.ui;

import io.errortracker.issue.Issue;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Notes what it is asked; the second issue of the sample shop has a history. */
final class InMemoryMerging implements IssueMerging {
    private static final String WITH_HISTORY = "NullPointerException";

    final List<String> asked = new ArrayList<>();
    private final IssueStore store;

    InMemoryMerging(IssueStore store) {
        this.store = store;
    }

    @Override
    public List<KnownFingerprint> fingerprints(long issueId) {
        Issue issue = store.issue(issueId).orElseThrow();
        KnownFingerprint own = print(issue, issue.fingerprint(), true, false);
        return hasHistory(issueId)
                ? List.of(own, print(issue, "a".repeat(32), false, true), print(issue, "b".repeat(32), false, false))
                : List.of(own);
    }

    private boolean hasHistory(long issueId) {
        return issueId == 2 && store.issue(issueId).orElseThrow().type().equals(WITH_HISTORY);
    }

    private static KnownFingerprint print(Issue issue, String hash, boolean own, boolean separable) {
        return new KnownFingerprint(
                hash,
                1,
                own,
                separable,
                !own && !separable,
                issue.title(),
                issue.culprit(),
                issue.events() / 3,
                issue.firstSeen(),
                issue.lastSeen());
    }

    @Override
    public List<Merge> mergedInto(long issueId) {
        return hasHistory(issueId)
                ? List.of(new Merge(
                        7,
                        "SHOP-23",
                        "SHOP-44",
                        "PaymentDeclined: the card was declined by the bank",
                        SampleShop.NOW.minusSeconds(9_000),
                        "ada"))
                : List.of();
    }

    @Override
    public List<Merge> merge(long survivor, Collection<Long> others, String actor) {
        asked.add("merge " + others + " into " + survivor + " by " + actor);
        return store.issue(survivor).stream()
                .map(issue -> new Merge(7, issue.shortId(), "SHOP-44", "", SampleShop.NOW, actor))
                .toList();
    }

    @Override
    public Optional<Merge> undo(long mergeId, String actor) {
        asked.add("undo " + mergeId + " by " + actor);
        return mergeId == 7 ? mergedInto(2).stream().findFirst() : Optional.empty();
    }

    @Override
    public Optional<String> split(long issueId, String fingerprint, String actor) {
        asked.add("split " + fingerprint + " of " + issueId + " by " + actor);
        return fingerprint.startsWith("a") ? Optional.of("SHOP-99") : Optional.empty();
    }
}
