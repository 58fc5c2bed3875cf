package io.errortracker.ui.page;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.IssueStore;
import io.errortracker.store.StoredEvent;
import io.errortracker.ui.page.Chart.Milestone;
import io.errortracker.ui.page.IssueView.Action;
import io.errortracker.ui.page.IssueView.Deed;
import io.errortracker.ui.page.IssueView.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One issue, and one of its events.
 *
 * @since 0.1.0
 */
public final class IssueDetailPage {
    private static final int HOURS = 14 * 24;
    private static final int SAMPLE = 25;
    private static final int DEEDS = 20;

    /** The issue with its latest event. */
    public Answer showLatest(Visit visit, Issue issue) {
        Optional<StoredEvent> latest = visit.site().store().latestEvent(issue.id());
        return show(visit, issue, latest.orElse(null));
    }

    /** The issue with this event. */
    public Answer showEvent(Visit visit, Issue issue, String eventId) {
        Optional<StoredEvent> event = visit.site().store().event(issue.id(), eventId);
        return event.isPresent() ? show(visit, issue, event.get()) : Problem.notFound(visit);
    }

    private static Answer show(Visit visit, Issue issue, @Nullable StoredEvent stored) {
        IssueStore store = visit.site().store();
        List<Activity> activity = store.activity(issue.id(), DEEDS);
        List<StoredEvent> sample = store.events(issue.id(), null, SAMPLE).events();
        String address = address(visit, issue);
        IssueView view = new IssueView(
                Shell.of(ForeignText.plain(issue.shortId() + " " + issue.title()), "issues", visit),
                head(visit, issue, address),
                chart(visit, issue, activity),
                stored == null ? null : new EventViews(visit, issue, stored, address).view(),
                Shares.of(sample),
                sample.size() == 1 ? "of the only stored event" : "of the latest " + sample.size() + " events",
                KinView.of(visit, issue, address),
                deeds(visit, activity));
        return Answer.page("issue.jte", view);
    }

    static String address(Visit visit, Issue issue) {
        return visit.base() + "/issues/" + Address.segment(issue.shortId());
    }

    private static Head head(Visit visit, Issue issue, String address) {
        return new Head(
                address,
                ForeignText.plain(issue.shortId()),
                issue.level().label(),
                ForeignText.line(issue.type()),
                ForeignText.line(issue.value()),
                issue.regressed() && issue.status() == IssueStatus.UNRESOLVED
                        ? new Badge("regressed", "↺ regressed")
                        : Badge.ofStatus(issue.status()),
                orNone(issue.culprit()),
                orNone(issue.transaction()),
                visit.moments().of(issue.firstSeen()),
                orNone(issue.firstRelease()),
                visit.moments().of(issue.lastSeen()),
                orNone(issue.lastRelease()),
                Amount.of(issue.events(), "event"),
                Amount.of(issue.users(), "user"),
                actions(issue.status()));
    }

    private static List<Piece> orNone(@Nullable String text) {
        return text == null ? List.of() : ForeignText.line(text);
    }

    private static List<Action> actions(IssueStatus status) {
        Action resolve = new Action("resolve", "Resolve", "It reopens by itself if it happens again.", true);
        Action ignore =
                new Action("ignore", "Ignore", "It is still counted, but leaves the list of unresolved.", false);
        Action reopen = new Action("reopen", "Reopen", "It goes back to the list of unresolved.", false);
        return switch (status) {
            case UNRESOLVED -> List.of(resolve, ignore);
            case RESOLVED -> List.of(reopen, ignore);
            case IGNORED -> List.of(reopen, resolve);
        };
    }

    private static Chart chart(Visit visit, Issue issue, List<Activity> activity) {
        Map<Long, long[]> hourly = visit.site().store().hourly(List.of(issue.id()), visit.now(), HOURS);
        long[] hours = hourly.getOrDefault(issue.id(), new long[HOURS]);
        return Chart.of(hours, 1, visit.moments(), milestones(activity));
    }

    private static List<Milestone> milestones(List<Activity> activity) {
        List<Milestone> milestones = new ArrayList<>();
        for (Activity deed : activity) {
            switch (deed.what()) {
                case RESOLVED -> milestones.add(new Milestone(deed.when(), "resolved", "resolved"));
                case REGRESSED -> milestones.add(new Milestone(deed.when(), "regressed", "regressed"));
                case FIRST_SEEN, IGNORED, REOPENED, MERGED, UNMERGED, SPLIT -> {
                    // says little about the curve
                }
            }
        }
        return List.copyOf(milestones);
    }

    private static List<Deed> deeds(Visit visit, List<Activity> activity) {
        return activity.stream()
                .map(deed -> new Deed(
                        deed.what().name().toLowerCase(java.util.Locale.ROOT),
                        text(deed),
                        visit.moments().of(deed.when())))
                .toList();
    }

    private static String other(Activity deed) {
        return ForeignText.plain(String.valueOf(deed.detail()));
    }

    private static String text(Activity deed) {
        String actor = deed.actor() == null ? "" : " by " + ForeignText.plain(deed.actor());
        String detail = deed.detail() == null ? "" : " in " + ForeignText.plain(deed.detail());
        return switch (deed.what()) {
            case FIRST_SEEN -> "First seen" + detail;
            case RESOLVED -> "Resolved" + actor + detail;
            case IGNORED -> "Ignored" + actor;
            case REOPENED -> "Reopened" + actor;
            case REGRESSED -> "Came back" + detail;
            case MERGED -> "Merged with " + other(deed) + actor;
            case UNMERGED -> "Separated from " + other(deed) + actor;
            case SPLIT -> "Split from or into " + other(deed) + actor;
        };
    }
}
