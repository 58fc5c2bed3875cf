package io.errortracker.ui.action;

import io.errortracker.issue.Issue;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueMerging.Merge;
import io.errortracker.store.IssueStore;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.Locations;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.Visit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Merges issues, takes merges apart, and makes an issue of its own from a fingerprint.
 *
 * @since 0.1.0
 */
public final class MergeButton {

    /** The ticked issues of a list become one: the one with the lowest id stays. */
    public Answer mergeTicked(Visit visit, Collection<Long> ids, String next) {
        if (ids.size() < 2) {
            return new Answer.SeeOther(Flash.tell(next, Flash.Said.TICK_TWO));
        }
        long survivor = Collections.min(ids);
        return told(
                next,
                visit.site().merging().merge(survivor, ids, visit.visitor().name()));
    }

    /** The issue goes into the one whose short id or id was typed. */
    public Answer mergeInto(Visit visit, Issue issue) {
        String typed = visit.query().text("into");
        Optional<Issue> survivor =
                typed == null ? Optional.empty() : find(visit.site().store(), typed);
        String here = address(visit, issue.shortId());
        if (survivor.isEmpty() || survivor.get().id() == issue.id()) {
            return new Answer.SeeOther(Flash.tell(here, Flash.Said.NO_SUCH_ISSUE));
        }
        List<Merge> merges = visit.site()
                .merging()
                .merge(survivor.get().id(), List.of(issue.id()), visit.visitor().name());
        return told(address(visit, survivor.get().shortId()), merges);
    }

    /** Undoes the merges whose ids were sent. */
    public Answer undo(Visit visit, Collection<Long> merges, String next) {
        IssueMerging merging = visit.site().merging();
        long undone = merges.stream()
                .filter(merge -> merging.undo(merge, visit.visitor().name()).isPresent())
                .count();
        return new Answer.SeeOther(undone == 0 ? Flash.tell(next, Flash.Said.NOT_UNDONE) : next);
    }

    /** The fingerprint that was sent becomes an issue. */
    public Answer split(Visit visit, Issue issue) {
        String hash = visit.query().text("fingerprint");
        Optional<String> own = hash == null
                ? Optional.empty()
                : visit.site().merging().split(issue.id(), hash, visit.visitor().name());
        String here = address(visit, issue.shortId());
        return new Answer.SeeOther(
                own.map(shortId -> address(visit, shortId)).orElse(Flash.tell(here, Flash.Said.NOT_SPLIT)));
    }

    /** Where the buttons of an issue lead without another address. */
    public static String next(Visit visit, Issue issue) {
        return Locations.next(visit.query().text("next"), visit.base(), address(visit, issue.shortId()));
    }

    private static Answer told(String next, List<Merge> merges) {
        return new Answer.SeeOther(
                merges.isEmpty() ? Flash.tell(next, Flash.Said.NOT_MERGED) : Flash.tellMerged(next, merges));
    }

    private static Optional<Issue> find(IssueStore store, String typed) {
        Long id = Query.number(typed);
        return id == null ? store.issue(typed) : store.issue(id);
    }

    private static String address(Visit visit, String shortId) {
        return visit.base() + "/issues/" + shortId;
    }
}
