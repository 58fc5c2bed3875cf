package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.bundled.hibernate.query.NativeQuery;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists of issues. The order always begins with the column that the status is compared with, because H2 reads rows in the order of an
 * index only then; pages begin at a key, so that the thousandth costs what the first does.
 */
final class IssueQueries {
    /** Rows that free text is looked for in, on one page. */
    static final int SCANNED = 10_000;

    private static final int TIMEOUT_SECONDS = 2;
    private static final int RARE = 2_000;

    private final StatelessSession session;
    private final ShortIds shortIds;

    IssueQueries(StatelessSession session, ShortIds shortIds) {
        this.session = session;
        this.shortIds = shortIds;
    }

    boolean isKnown(String fingerprint) {
        return session.createNativeQuery("select count(*) from fingerprint where hash = :fingerprint", Long.class)
                        .setParameter("fingerprint", fingerprint)
                        .getSingleResult()
                > 0;
    }

    /** The issue; of one that was merged the survivor. */
    Optional<Issue> issue(long id) {
        IssueRow row = session.get(IssueRow.class, Merges.survivorOf(session, id));
        return Optional.ofNullable(row).map(found -> found.toIssue(shortIds));
    }

    Map<IssueStatus, Long> countByStatus(IssueQuery query) {
        IssueFilter filter = IssueFilter.of(query, false, this::isRare).text(query.text());
        NativeQuery<Object[]> counting = session.createNativeQuery(
                "select i.status, count(*) from issue i" + filter.sql() + " group by i.status", Object[].class);
        Map<IssueStatus, Long> counts = new EnumMap<>(IssueStatus.class);
        for (IssueStatus status : IssueStatus.values()) {
            counts.put(status, 0L);
        }
        for (Object[] row : filter.bind(counting).setTimeout(TIMEOUT_SECONDS).getResultList()) {
            int status = ((Number) row[0]).intValue();
            if (status != IssueRow.MERGED) {
                counts.put(IssueStatus.values()[status], ((Number) row[1]).longValue());
            }
        }
        return counts;
    }

    IssuePage page(IssueQuery query) {
        Cursor cursor = Cursor.read(query.cursor());
        if (cursor == null || cursor.forward()) {
            return after(query, cursor);
        }
        IssuePage before = before(query, cursor);
        return before.issues().isEmpty() && before.previous() == null ? after(query, null) : before;
    }

    private IssuePage after(IssueQuery query, @Nullable Cursor cursor) {
        Cursor bound = scanEnd(query, cursor, '<');
        List<IssueRow> rows = rows(query, cursor, bound, '<');
        boolean more = rows.size() > query.limit();
        List<IssueRow> page = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? at(true, query, page.get(page.size() - 1)) : write(bound);
        String previous = null;
        if (cursor != null) {
            previous = page.isEmpty()
                    ? new Cursor(false, cursor.key(), cursor.id()).write()
                    : at(false, query, page.get(0));
        }
        return new IssuePage(issues(page), next, previous);
    }

    private IssuePage before(IssueQuery query, Cursor cursor) {
        Cursor bound = scanEnd(query, cursor, '>');
        List<IssueRow> rows = rows(query, cursor, bound, '>');
        boolean more = rows.size() > query.limit();
        List<IssueRow> page = new ArrayList<>(more ? rows.subList(0, query.limit()) : rows);
        Collections.reverse(page);
        String previous = more ? at(false, query, page.get(0)) : write(bound);
        String next = page.isEmpty() ? null : at(true, query, page.get(page.size() - 1));
        return new IssuePage(issues(page), next, previous);
    }

    /** Of all statuses: of each its own, put in order; there is no index over them all. */
    private List<IssueRow> rows(IssueQuery query, @Nullable Cursor from, @Nullable Cursor until, char sign) {
        List<IssueRow> rows = new ArrayList<>();
        for (IssueStatus status : statuses(query)) {
            rows.addAll(rowsOfStatus(query.withStatus(status), from, until, sign));
        }
        rows.sort(order(query.sort(), sign));
        return rows.size() > query.limit() + 1 ? rows.subList(0, query.limit() + 1) : rows;
    }

    private List<IssueRow> rowsOfStatus(IssueQuery query, @Nullable Cursor from, @Nullable Cursor until, char sign) {
        String key = column(query.sort());
        IssueFilter filter = IssueFilter.of(query, true, this::isRare).text(query.text());
        if (from != null) {
            filter.beyond(key, sign, from, "from");
        }
        if (until != null) {
            filter.notBeyond(key, sign == '<' ? '>' : '<', until, "until");
        }
        String sql = "select i.* from issue i" + filter.sql() + orderBy(query, sign);
        return filter.bind(session.createNativeQuery(sql, IssueRow.class))
                .setMaxResults(query.limit() + 1)
                .setTimeout(TIMEOUT_SECONDS)
                .getResultList();
    }

    /** Where the search for free text gives up for this page; null when it reaches the end. */
    private @Nullable Cursor scanEnd(IssueQuery query, @Nullable Cursor from, char sign) {
        if (query.text().isEmpty()) {
            return null;
        }
        Comparator<Cursor> byPlace = Comparator.comparingLong(Cursor::key).thenComparingLong(Cursor::id);
        return statuses(query).stream()
                .map(status -> scanEndOfStatus(query.withStatus(status), from, sign))
                .flatMap(Optional::stream)
                .min(sign == '<' ? byPlace.reversed() : byPlace)
                .orElse(null);
    }

    private Optional<Cursor> scanEndOfStatus(IssueQuery query, @Nullable Cursor from, char sign) {
        String key = column(query.sort());
        IssueFilter filter = IssueFilter.ofStatus(query);
        if (from != null) {
            filter.beyond(key, sign, from, "from");
        }
        String sql = "select i." + key + ", i.id from issue i" + filter.sql() + orderBy(query, sign);
        return filter
                .bind(session.createNativeQuery(sql, Object[].class))
                .setFirstResult(SCANNED - 1)
                .setMaxResults(1)
                .setTimeout(TIMEOUT_SECONDS)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Cursor(sign == '<', ((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    private static List<IssueStatus> statuses(IssueQuery query) {
        return query.status() == null ? List.of(IssueStatus.values()) : List.of(query.status());
    }

    private static String orderBy(IssueQuery query, char sign) {
        String direction = sign == '<' ? " desc" : " asc";
        return " order by i.status, i." + column(query.sort()) + direction + ", i.id" + direction;
    }

    private static Comparator<IssueRow> order(IssueQuery.Sort sort, char sign) {
        Comparator<IssueRow> ascending =
                Comparator.<IssueRow>comparingLong(row -> key(sort, row)).thenComparingLong(row -> row.id);
        return sign == '<' ? ascending.reversed() : ascending;
    }

    private boolean isRare(String table, String name) {
        return session.createNativeQuery("select f.issue_id from " + table + " f where f.name = :name", Long.class)
                .setParameter("name", name)
                .setFirstResult(RARE)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private List<Issue> issues(List<IssueRow> rows) {
        return rows.stream().map(row -> row.toIssue(shortIds)).toList();
    }

    private static String at(boolean forward, IssueQuery query, IssueRow row) {
        return new Cursor(forward, key(query.sort(), row), row.id).write();
    }

    private static long key(IssueQuery.Sort sort, IssueRow row) {
        return switch (sort) {
            case LAST_SEEN -> row.lastSeen;
            case FIRST_SEEN -> row.firstSeen;
            case EVENTS -> row.events;
            case USERS -> row.users;
        };
    }

    private static @Nullable String write(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.write();
    }

    private static String column(IssueQuery.Sort sort) {
        return switch (sort) {
            case LAST_SEEN -> "last_seen";
            case FIRST_SEEN -> "first_seen";
            case EVENTS -> "events";
            case USERS -> "users";
        };
    }
}
