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

    /** Whether the issues are found by their ids, so that no index by status and order may tempt the database away from that. */
    private boolean byId;

    /** @param rareNames whether the environment and the release have few issues, so that these are looked at first */
    static IssueFilter of(IssueQuery query, boolean withStatus, RareNames rareNames) {
        IssueFilter filter = new IssueFilter();
        filter.seenIn("issue_environment", "environment", query.environment(), rareNames);
        filter.seenIn("issue_release", "release", query.release(), rareNames);
        if (query.level() != null) {
            filter.where(
                    "i.severity = :severity", "severity", (short) query.level().ordinal());
        }
        return withStatus ? filter.status(query) : filter;
    }

    static IssueFilter ofStatus(IssueQuery query) {
        return new IssueFilter().status(query);
    }

    private IssueFilter status(IssueQuery query) {
        if (query.status() != null) {
            where(column("status") + " = :status", "status", (short)
                    query.status().ordinal());
        }
        return this;
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
        return place(column, sign, "=", cursor, name);
    }

    /** The rows past the cursor. @param sign {@code <} or {@code >} */
    IssueFilter beyond(String column, char sign, Cursor cursor, String name) {
        return place(column, sign, "", cursor, name);
    }

    private IssueFilter place(String column, char sign, String orAt, Cursor cursor, String name) {
        String key = ":" + name + "Key";
        conditions.add(column(column) + " " + sign + "= " + key + " and (" + column(column) + " " + sign + " " + key
                + " or i.id " + sign + orAt + " :" + name + "Id)");
        parameters.put(name + "Key", cursor.key());
        parameters.put(name + "Id", cursor.id());
        return this;
    }

    private String column(String name) {
        return byId ? "(i." + name + " + 0)" : "i." + name;
    }

    private void seenIn(String table, String name, @Nullable String value, RareNames rareNames) {
        if (value != null) {
            String kept = Texts.column(value, 250);
            boolean rare = rareNames.isRare(table, kept);
            byId |= rare;
            where((rare ? "i.id in (" : "exists (") + issues(table, name, rare) + ")", name, kept);
        }
    }

    private static String issues(String table, String name, boolean all) {
        String issues = "select f.issue_id from " + table + " f where f.name = :" + name;
        return all ? issues : issues + " and f.issue_id = i.id";
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
