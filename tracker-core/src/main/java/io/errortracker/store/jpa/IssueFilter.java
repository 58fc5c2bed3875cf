package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.query.NativeQuery;
import io.errortracker.store.IssueQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query as SQL, every value a bound parameter. */
final class IssueFilter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param rareNames whether the environment and the release have few issues, so that these are looked at first */
    static IssueFilter of(IssueQuery query, boolean withStatus, RareNames rareNames) {
        IssueFilter filter = withStatus ? ofStatus(query) : new IssueFilter();
        if (query.level() != null) {
            filter.where(
                    "i.severity = :severity", "severity", (short) query.level().ordinal());
        }
        filter.seenIn("issue_environment", "environment", query.environment(), rareNames);
        filter.seenIn("issue_release", "release", query.release(), rareNames);
        return filter;
    }

    static IssueFilter ofStatus(IssueQuery query) {
        IssueFilter filter = new IssueFilter();
        if (query.status() != null) {
            filter.where("i.status = :status", "status", (short) query.status().ordinal());
        }
        return filter;
    }

    /** Every word must be found. */
    IssueFilter text(String text) {
        int number = 0;
        for (String pattern : Texts.patterns(text)) {
            String name = "word" + number++;
            where("i.search_text like :" + name + " escape '" + Texts.ESCAPE + "'", name, pattern);
        }
        return this;
    }

    /** The row at the cursor and those on the near side of it. @param sign {@code <} or {@code >} */
    IssueFilter notBeyond(String column, char sign, Cursor cursor, String name) {
        conditions.add("i." + column + " " + sign + "= :" + name + "Key and (i." + column + " " + sign + " :" + name
                + "Key or i.id " + sign + "= :" + name + "Id)");
        parameters.put(name + "Key", cursor.key());
        parameters.put(name + "Id", cursor.id());
        return this;
    }

    /** The rows past the cursor. @param sign {@code <} or {@code >} */
    IssueFilter beyond(String column, char sign, Cursor cursor, String name) {
        conditions.add("i." + column + " " + sign + "= :" + name + "Key and (i." + column + " " + sign + " :" + name
                + "Key or i.id " + sign + " :" + name + "Id)");
        parameters.put(name + "Key", cursor.key());
        parameters.put(name + "Id", cursor.id());
        return this;
    }

    private void seenIn(String table, String name, @Nullable String value, RareNames rareNames) {
        if (value != null) {
            String kept = Texts.column(value, 250);
            boolean few = rareNames.isRare(table, kept);
            where(
                    few
                            ? "i.id in (select f.issue_id from " + table + " f where f.name = :" + name + ")"
                            : "exists (select 1 from " + table + " f where f.issue_id = i.id and f.name = :" + name
                                    + ")",
                    name,
                    kept);
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** {@code where ...}, or nothing. */
    String sql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    <T> NativeQuery<T> bind(NativeQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** Tells whether few issues were seen under a name. */
    @FunctionalInterface
    interface RareNames {
        boolean isRare(String table, String name);
    }
}
