package io.errortracker.ui.page;

import io.errortracker.event.Level;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueQuery.Sort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the issue list is asked, as its address says it.
 *
 * @param status null for all
 * @param typed what stands in the search box, as it was typed
 * @param text the free text of it
 * @param wide whether the chart shows fourteen days, not twenty-four hours
 */
record ListQuery(
        String base,
        @Nullable IssueStatus status,
        String typed,
        String text,
        @Nullable String environment,
        @Nullable String release,
        @Nullable Level level,
        Sort sort,
        @Nullable String cursor,
        boolean wide) {
    static final String EVERY = "all";
    private static final int PER_PAGE = 25;

    static ListQuery of(Visit visit) {
        Query query = visit.query();
        String search = query.text("q");
        String typed = search == null ? "" : search;
        SearchWords words = SearchWords.of(typed);
        return new ListQuery(
                visit.base(),
                status(or(words.is(), query.text("status"))),
                typed,
                words.text(),
                or(words.environment(), query.text("env")),
                or(words.release(), query.text("release")),
                level(or(words.level(), query.text("level"))),
                sort(query.text("sort")),
                query.text("cursor"),
                "14d".equals(query.text("chart")));
    }

    IssueQuery toStore() {
        return new IssueQuery(status, text, environment, release, level, sort, cursor, PER_PAGE);
    }

    /** Whether the list shows less than all issues of its status. */
    boolean isNarrowed() {
        return !text.isEmpty() || environment != null || release != null || level != null;
    }

    String statusWord() {
        return status == null ? EVERY : status.label();
    }

    String sortWord() {
        return word(sort);
    }

    static String word(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** This list at its first page. */
    Address address() {
        return Address.of(base + "/")
                .with("status", status == IssueStatus.UNRESOLVED ? null : statusWord())
                .with("q", typed)
                .with("env", environment)
                .with("release", release)
                .with("level", level == null ? null : level.label())
                .with("sort", sort == Sort.LAST_SEEN ? null : sortWord())
                .with("chart", wide ? "14d" : null);
    }

    /** The same list of another status. */
    String of(@Nullable IssueStatus other) {
        return new ListQuery(
                        base, other, SearchWords.withoutIs(typed), text, environment, release, level, sort, null, wide)
                .address()
                .toString();
    }

    private static @Nullable IssueStatus status(@Nullable String word) {
        if (EVERY.equals(word)) {
            return null;
        }
        return word == null ? IssueStatus.UNRESOLVED : IssueStatus.ofLabel(word).orElse(IssueStatus.UNRESOLVED);
    }

    private static @Nullable Level level(@Nullable String word) {
        return word == null ? null : Level.ofLabel(word).orElse(null);
    }

    private static Sort sort(@Nullable String word) {
        for (Sort sort : Sort.values()) {
            if (word(sort).equals(word)) {
                return sort;
            }
        }
        return Sort.LAST_SEEN;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}
