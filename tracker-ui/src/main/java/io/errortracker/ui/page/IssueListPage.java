package io.errortracker.ui.page;

import io.errortracker.event.Level;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Facets;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery.Sort;
import io.errortracker.store.IssueStore;
import io.errortracker.ui.page.IssueListView.Empty;
import io.errortracker.ui.page.IssueListView.Filters;
import io.errortracker.ui.page.IssueListView.Row;
import io.errortracker.ui.page.IssueListView.Tab;
import io.errortracker.ui.page.IssueListView.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of issues: what goes wrong, worst first.
 *
 * @since 0.1.0
 */
public final class IssueListPage {
    private static final int ROW_HOURS = 24;
    private static final int DAY = 24;
    private static final int FORTNIGHT = 14 * DAY;

    public Answer show(Visit visit) {
        IssueStore store = visit.site().store();
        ListQuery query = ListQuery.of(visit);
        IssuePage page = store.issues(query.toStore());
        Map<IssueStatus, Long> counts = store.countByStatus(query.toStore());
        IssueListView view = new IssueListView(
                Shell.of("Issues", "issues", visit),
                totals(query, visit),
                filters(query, store.facets()),
                tabs(query, counts),
                rows(page.issues(), visit),
                cursor(query, page.previous()),
                cursor(query, page.next()),
                page.issues().isEmpty() ? empty(query, counts) : null);
        return Answer.page("issues.jte", view);
    }

    private static Totals totals(ListQuery query, Visit visit) {
        int hours = query.wide() ? FORTNIGHT : DAY;
        long[] counts = visit.site().store().hourlyTotal(visit.now(), hours);
        Chart chart = Chart.of(counts, query.wide() ? 4 : 1, visit.moments(), List.of());
        Address address = query.address();
        return new Totals(
                chart,
                Amount.of(Arrays.stream(counts).sum()).exact(),
                query.wide() ? "the last 14 days" : "the last 24 hours",
                address.with("chart", null).toString(),
                address.with("chart", "14d").toString(),
                query.wide());
    }

    private static Filters filters(ListQuery query, Facets facets) {
        return new Filters(
                query.base() + "/",
                query.typed(),
                query.status() == IssueStatus.UNRESOLVED ? null : query.statusWord(),
                query.wide(),
                options("Environment", facets.environments(), query.environment()),
                options("Release", facets.releases(), query.release()),
                levels(query.level()),
                sorts(query.sort()),
                query.isNarrowed() ? clear(query) : null);
    }

    private static String clear(ListQuery query) {
        return query.address()
                .with("q", null)
                .with("env", null)
                .with("release", null)
                .with("level", null)
                .toString();
    }

    private static List<Option> options(String every, List<String> values, @Nullable String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", every, chosen == null));
        values.forEach(value -> options.add(new Option(value, ForeignText.plain(value), value.equals(chosen))));
        if (chosen != null && !values.contains(chosen)) {
            options.add(new Option(chosen, ForeignText.plain(chosen), true));
        }
        return List.copyOf(options);
    }

    private static List<Option> levels(@Nullable Level chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Level", chosen == null));
        for (Level level : Level.values()) {
            options.add(new Option(level.label(), level.label(), level == chosen));
        }
        return List.copyOf(options);
    }

    private static List<Option> sorts(Sort chosen) {
        return Arrays.stream(Sort.values())
                .map(sort ->
                        new Option(sort == Sort.LAST_SEEN ? "" : ListQuery.word(sort), sortName(sort), sort == chosen))
                .toList();
    }

    private static String sortName(Sort sort) {
        return switch (sort) {
            case LAST_SEEN -> "Last seen first";
            case FIRST_SEEN -> "Newest first";
            case EVENTS -> "Most events first";
            case USERS -> "Most users first";
        };
    }

    private static List<Tab> tabs(ListQuery query, Map<IssueStatus, Long> counts) {
        return List.of(
                tab("Unresolved", IssueStatus.UNRESOLVED, query, counts),
                tab("Resolved", IssueStatus.RESOLVED, query, counts),
                tab("Ignored", IssueStatus.IGNORED, query, counts),
                new Tab("All", query.of((IssueStatus) null), null, query.status() == null));
    }

    private static Tab tab(String name, IssueStatus status, ListQuery query, Map<IssueStatus, Long> counts) {
        String count = Amount.of(counts.getOrDefault(status, 0L)).brief();
        return new Tab(name, query.of(status), count, query.status() == status);
    }

    private static @Nullable String cursor(ListQuery query, @Nullable String cursor) {
        return cursor == null ? null : query.address().with("cursor", cursor).toString();
    }

    private static List<Row> rows(List<Issue> issues, Visit visit) {
        List<Long> ids = issues.stream().map(Issue::id).toList();
        Map<Long, long[]> hourly = visit.site().store().hourly(ids, visit.now(), ROW_HOURS);
        return issues.stream()
                .map(issue -> row(issue, hourly.getOrDefault(issue.id(), new long[ROW_HOURS]), visit))
                .toList();
    }

    private static Row row(Issue issue, long[] hours, Visit visit) {
        Moments moments = visit.moments();
        return new Row(
                issue.id(),
                ForeignText.plain(issue.shortId()),
                visit.base() + "/issues/" + Address.segment(issue.shortId()),
                issue.level().label(),
                issue.level() != Level.ERROR,
                ForeignText.line(issue.type()),
                ForeignText.line(issue.value()),
                ForeignText.plain(issue.title()),
                orNone(issue.culprit()),
                orNone(issue.transaction()),
                Badge.of(issue, hours, visit.now()),
                Sparkline.of(hours),
                Amount.of(issue.events()),
                Amount.of(issue.users()),
                moments.of(issue.lastSeen()),
                moments.of(issue.firstSeen()));
    }

    private static List<Piece> orNone(@Nullable String text) {
        return text == null ? List.of() : ForeignText.line(text);
    }

    private static Empty empty(ListQuery query, Map<IssueStatus, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (query.isNarrowed()) {
            return new Empty(
                    "Nothing matches.",
                    "Every word has to be found in the type, message, culprit, entry point or short id of an issue.",
                    clear(query),
                    "Clear the filters");
        }
        if (all == 0) {
            return new Empty(
                    "No errors yet.",
                    "The tracker listens to every request of this application. The first exception that escapes one, or that is"
                            + " handed to captureException, appears here within a second.",
                    null,
                    null);
        }
        return emptyStatus(query, counts);
    }

    private static Empty emptyStatus(ListQuery query, Map<IssueStatus, Long> counts) {
        IssueStatus status = query.status();
        if (status == IssueStatus.UNRESOLVED) {
            long resolved = counts.getOrDefault(IssueStatus.RESOLVED, 0L);
            String done = resolved == 0 ? "" : " " + Amount.of(resolved, "issue") + " resolved so far.";
            return new Empty(
                    "Nothing is unresolved.",
                    "A resolved issue comes back here as soon as it happens again." + done,
                    query.of((IssueStatus) null),
                    "Show all issues");
        }
        String word = status == IssueStatus.IGNORED ? "ignored" : "resolved";
        String how = status == IssueStatus.IGNORED
                ? "Ignore an issue to keep counting it without seeing it among the unresolved."
                : "Resolve an issue when it is mended: it reopens by itself if it happens again.";
        return new Empty("No issue is " + word + ".", how, query.of(IssueStatus.UNRESOLVED), "Show unresolved issues");
    }
}
