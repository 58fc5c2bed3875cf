package io.errortracker.ui;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueStore;
import io.errortracker.ui.action.BulkButtons;
import io.errortracker.ui.action.DeleteMapsButton;
import io.errortracker.ui.action.GroupingButtons;
import io.errortracker.ui.action.MergeButton;
import io.errortracker.ui.action.StatusButton;
import io.errortracker.ui.action.StatusChange;
import io.errortracker.ui.action.ThemeButton;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.EventExportPage;
import io.errortracker.ui.page.EventListPage;
import io.errortracker.ui.page.GroupingPage;
import io.errortracker.ui.page.HealthPage;
import io.errortracker.ui.page.IssueDetailPage;
import io.errortracker.ui.page.IssueListPage;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.ReleasesPage;
import io.errortracker.ui.page.TracePage;
import io.errortracker.ui.page.Visit;
import java.util.List;
import java.util.Optional;

/** Which address is which page or button. */
final class Routes {
    private final IssueStore store;
    private final IssueListPage list = new IssueListPage();
    private final IssueDetailPage detail = new IssueDetailPage();
    private final EventListPage events = new EventListPage();
    private final EventExportPage export;
    private final HealthPage health;
    private final BulkButtons bulk = new BulkButtons();
    private final StatusButton status = new StatusButton();
    private final GroupingPage grouping;
    private final GroupingButtons groupingButtons;
    private final MergeButton merge = new MergeButton();
    private final ThemeButton theme = new ThemeButton();
    private final NoiseRoutes noise;
    private final ReleasesPage releases;
    private final DeleteMapsButton deleteMaps;
    private final AlertRoutes alerts;
    private final SettingsRoutes settings;
    private final TracePage trace = new TracePage();

    Routes(UiParts parts) {
        store = parts.store();
        grouping = new GroupingPage(parts.regrouper());
        groupingButtons = new GroupingButtons(parts.regrouper(), grouping);
        export = new EventExportPage(parts.eventJson());
        health = new HealthPage(parts.queue(), parts.retention(), parts.facts(), parts.ingest());
        noise = new NoiseRoutes(parts.noise());
        releases = new ReleasesPage(parts.releases());
        deleteMaps = new DeleteMapsButton(parts.releases().artifacts());
        alerts = new AlertRoutes(parts.alerts());
        settings = new SettingsRoutes(
                parts.ingest(), parts.apiTokens(), parts.releases().served());
    }

    Answer look(List<String> path, Visit visit) {
        if (path.isEmpty()) {
            return list.show(visit);
        }
        if (path.equals(List.of("grouping"))) {
            return grouping.show(visit);
        }
        if (path.equals(List.of("health"))) {
            return health.show(visit);
        }
        if (path.equals(List.of("releases"))) {
            return releases.show(visit);
        }
        if (path.equals(List.of("releases", "files"))) {
            return releases.showFiles(visit);
        }
        if (path.get(0).equals("traces") && path.size() == 2) {
            return trace.show(visit, path.get(1));
        }
        if (path.get(0).equals("settings")) {
            return settings.look(path.subList(1, path.size()), visit);
        }
        if (path.get(0).equals("noise")) {
            return noise.look(path.subList(1, path.size()), visit);
        }
        if (path.get(0).equals("alerts")) {
            return alerts.look(path.subList(1, path.size()), visit);
        }
        if (path.get(0).equals("issues") && path.size() > 1) {
            Optional<Issue> issue = issue(path.get(1));
            if (issue.isPresent() && isNamed(issue.get(), path.get(1))) {
                return look(issue.get(), path.subList(2, path.size()), visit);
            }
            if (issue.isPresent()) {
                return new Answer.SeeOther(
                        visit.base() + "/issues/" + issue.get().shortId());
            }
        }
        return Problem.notFound(visit);
    }

    /** @param below the path below the issue's own */
    private Answer look(Issue issue, List<String> below, Visit visit) {
        if (below.isEmpty()) {
            return detail.showLatest(visit, issue);
        }
        if (!below.get(0).equals("events") || below.size() > 3) {
            return Problem.notFound(visit);
        }
        return switch (below.size()) {
            case 1 -> events.show(visit, issue);
            case 2 -> detail.showEvent(visit, issue, below.get(1));
            default -> export.show(visit, issue, below.get(1), below.get(2));
        };
    }

    /** Whether the button changes nothing but how the visitor's own pages look. */
    boolean changesOnlyTheLook(List<String> path) {
        return path.equals(List.of("theme"));
    }

    Answer press(List<String> path, Visit visit) {
        if (changesOnlyTheLook(path)) {
            return theme.press(visit);
        }
        if (path.size() == 2 && path.get(0).equals("grouping")) {
            return groupingButtons.press(visit, path.get(1));
        }
        if (path.equals(List.of("issues", "bulk"))) {
            return bulk.press(visit);
        }
        if (path.equals(List.of("releases", "files", "delete"))) {
            return deleteMaps.press(visit);
        }
        if (!path.isEmpty() && path.get(0).equals("noise")) {
            return noise.press(path.subList(1, path.size()), visit);
        }
        if (!path.isEmpty() && path.get(0).equals("alerts")) {
            return alerts.press(path.subList(1, path.size()), visit);
        }
        if (!path.isEmpty() && path.get(0).equals("settings")) {
            return settings.press(path.subList(1, path.size()), visit);
        }
        if (path.size() == 3 && path.get(0).equals("issues")) {
            return press(path.get(1), path.get(2), visit);
        }
        return Problem.notFound(visit);
    }

    /** One that was merged is found under the name of the one it went into. */
    private static boolean isNamed(Issue issue, String name) {
        return issue.shortId().equalsIgnoreCase(name)
                || Long.toString(issue.id()).equals(name);
    }

    private Answer press(String id, String button, Visit visit) {
        Optional<Issue> issue = issue(id);
        if (issue.isEmpty()) {
            return Problem.notFound(visit);
        }
        return switch (button) {
            case "merge" -> merge.mergeInto(visit, issue.get());
            case "split" -> merge.split(visit, issue.get());
            case "unmerge" -> merge.undo(visit, visit.query().numbers("id"), MergeButton.next(visit, issue.get()));
            default -> pressStatus(issue.get(), button, visit);
        };
    }

    private Answer pressStatus(Issue issue, String button, Visit visit) {
        Optional<IssueStatus> wanted = StatusChange.named(button);
        return wanted.isEmpty() ? Problem.notFound(visit) : status.press(visit, issue, wanted.get());
    }

    /** @param name an id or a short id */
    private Optional<Issue> issue(String name) {
        Long id = Query.number(name);
        return id == null ? store.issue(name) : store.issue(id);
    }
}
