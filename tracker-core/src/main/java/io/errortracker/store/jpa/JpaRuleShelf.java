package io.errortracker.store.jpa;

import io.errortracker.store.GroupingRuleShelf;
import java.util.List;
import java.util.Optional;

/** {@link GroupingRuleShelf} in the store's database. */
final class JpaRuleShelf implements GroupingRuleShelf {
    private static final String LATEST =
            "select r.revision, r.body, r.author, r.changed from grouping_rules r order by r.revision desc limit ";

    private final Access store;

    JpaRuleShelf(Access store) {
        this.store = store;
    }

    @Override
    public Optional<Revision> newest() {
        return latest(1).stream().findFirst();
    }

    @Override
    public List<Revision> latest(int limit) {
        return store.read(session -> new Sql(session)
                .list(Object[].class, LATEST + Math.min(Math.max(limit, 1), 100)).stream()
                        .map(JpaRuleShelf::revision)
                        .toList());
    }

    @Override
    public Revision keep(String body, String author) {
        return store.write((session, database) -> {
            long number = Sequences.take(session, "grouping_rules", 1);
            long now = store.now();
            String kept = Texts.column(body, LONGEST);
            String by = Texts.column(author, 200);
            new Sql(session)
                    .run(
                            "insert into grouping_rules (revision, body, author, changed) values (:number, :body, :author, :now)",
                            "number",
                            number,
                            "body",
                            kept,
                            "author",
                            by,
                            "now",
                            now);
            return new Revision(number, kept, by, Micros.instant(now));
        });
    }

    private static Revision revision(Object[] row) {
        return new Revision(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                Micros.instant(((Number) row[3]).longValue()));
    }
}
