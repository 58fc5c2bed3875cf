package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.Dropped;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoredEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is noise, in tables {@code ignore_rule}, {@code noise_switched_off} and {@code dropped_hour}. */
final class JpaNoise implements NoiseStore {
    private static final int MOST_EVENTS = 1_000;
    private static final int EVENTS_AT_ONCE = 50;

    private final Access access;

    JpaNoise(Access access) {
        this.access = access;
    }

    @Override
    public Wishes wishes() {
        return access.read(session -> new Wishes(
                rows(session).stream().map(IgnoreRuleRow::toRule).toList(),
                new HashSet<>(session.createNativeQuery("select name from noise_switched_off", String.class)
                        .getResultList())));
    }

    private static List<IgnoreRuleRow> rows(StatelessSession session) {
        return session.createNativeQuery("select r.* from ignore_rule r order by r.id desc", IgnoreRuleRow.class)
                .setMaxResults(MOST_RULES)
                .getResultList();
    }

    @Override
    public Optional<IgnoreRule> addRule(IgnoreRule.Criteria criteria, String note, String author) {
        return access.write((session, database) -> {
            if (new OtherQueries(session).count("ignore_rule") >= MOST_RULES) {
                return Optional.empty();
            }
            IgnoreRuleRow row = new IgnoreRuleRow();
            row.id = Sequences.take(session, "ignore_rule", 1);
            row.ask(criteria, note);
            row.created = access.now();
            row.author = Texts.column(author, 200);
            session.insert(row);
            return Optional.of(row.toRule());
        });
    }

    @Override
    public boolean changeRule(long id, IgnoreRule.Criteria criteria, String note) {
        return change(id, row -> {
            row.ask(criteria, note);
            return true;
        });
    }

    @Override
    public boolean pauseRule(long id, boolean paused) {
        return change(id, row -> {
            boolean changes = row.paused != paused;
            row.paused = paused;
            return changes;
        });
    }

    /** @param how changes the row; whether it must be written */
    private boolean change(long id, Predicate<IgnoreRuleRow> how) {
        return access.write((session, database) -> {
            IgnoreRuleRow row = find(session, id);
            if (row != null && how.test(row)) {
                session.update(row);
            }
            return row != null;
        });
    }

    private static @Nullable IgnoreRuleRow find(StatelessSession session, long id) {
        return session.get(IgnoreRuleRow.class, id);
    }

    @Override
    public boolean deleteRule(long id) {
        return access.write((session, database) -> {
            IgnoreRuleRow row = find(session, id);
            if (row == null) {
                return false;
            }
            session.delete(row);
            DroppedHours.forget(session, NoiseStore.cause(id));
            return true;
        });
    }

    @Override
    public void switchDefault(String name, boolean on) {
        access.write((session, database) -> {
            session.createNativeMutationQuery("delete from noise_switched_off where name = :name")
                    .setParameter("name", name)
                    .executeUpdate();
            if (!on) {
                session.createNativeMutationQuery("insert into noise_switched_off (name) values (:name)")
                        .setParameter("name", Texts.column(name, 64))
                        .executeUpdate();
            }
            return true;
        });
    }

    @Override
    public void addDrops(List<Drop> drops) {
        access.write((session, database) -> {
            DroppedHours.add(session, database.engine(), drops);
            return true;
        });
    }

    @Override
    public Map<String, Dropped> dropped(Instant now, int hours) {
        return access.read(session -> DroppedHours.read(session, Micros.hour(Micros.of(now)), hours));
    }

    @Override
    public void latestEvents(int limit, Consumer<StoredEvent> visitor) {
        List<Long> ids = access.read(
                session -> session.createNativeQuery("select e.id from event e order by e.id desc", Long.class)
                        .setMaxResults(Math.min(Math.max(limit, 1), MOST_EVENTS))
                        .getResultList());
        for (int from = 0; from < ids.size(); from += EVENTS_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + EVENTS_AT_ONCE));
            access.read(session -> new EventQueries(session, access.json()).stored(some))
                    .forEach(visitor);
        }
    }
}
