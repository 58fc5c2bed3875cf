package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.Activity;
import io.errortracker.store.alert.RuleShelf;
import io.errortracker.store.alert.StoredRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules of alerts in table {@code alert_rule}, and the past of issues for previews. */
final class JpaRules implements RuleShelf {
    private static final int MOST_HISTORIES = 500;

    private final Access access;
    private final ShortIds shortIds;

    JpaRules(Access access, ShortIds shortIds) {
        this.access = access;
        this.shortIds = shortIds;
    }

    @Override
    public List<StoredRule> rules() {
        return access.read(AlertRuleRow::all);
    }

    @Override
    public boolean save(StoredRule rule) {
        return access.write((session, database) -> {
            boolean known = session.get(AlertRuleRow.class, rule.key()) != null;
            if (!known && new OtherQueries(session).count("alert_rule") >= MOST_RULES) {
                return false;
            }
            AlertRuleRow row = AlertRuleRow.of(rule);
            if (known) {
                session.update(row);
            } else {
                session.insert(row);
            }
            return true;
        });
    }

    @Override
    public boolean delete(String key) {
        return access.write((session, database) -> {
            forgetCounters(session, key);
            return session.createNativeMutationQuery("delete from alert_rule where rule_key = :key")
                            .setParameter("key", key)
                            .executeUpdate()
                    > 0;
        });
    }

    @Override
    public void forgetCounters(String key) {
        access.write((session, database) -> forgetCounters(session, key));
    }

    private static int forgetCounters(StatelessSession session, String key) {
        return session.createNativeMutationQuery("delete from alert_counter where rule_key = :key")
                .setParameter("key", key)
                .executeUpdate();
    }

    @Override
    public List<IssueHistory> histories(Instant now, int hours) {
        long since = Micros.of(now.minusSeconds(hours * 3_600L));
        return access.read(session -> session
                .createNativeQuery(
                        "select i.* from issue i where i.last_seen >= :since order by i.last_seen desc", IssueRow.class)
                .setParameter("since", since)
                .setMaxResults(MOST_HISTORIES)
                .getResultList()
                .stream()
                .map(row -> history(session, row, now, hours))
                .toList());
    }

    private IssueHistory history(StatelessSession session, IssueRow row, Instant now, int hours) {
        return new IssueHistory(
                row.toIssue(shortIds),
                names(session, "issue_environment", row.id),
                names(session, "issue_release", row.id),
                regressions(session, row.id),
                new HourQueries(session, now, hours).of(row.id));
    }

    private static List<String> names(StatelessSession session, String table, long issue) {
        return session.createNativeQuery("select name from " + table + " where issue_id = :issue", String.class)
                .setParameter("issue", issue)
                .setMaxResults(100)
                .getResultList();
    }

    private static List<Instant> regressions(StatelessSession session, long issue) {
        return session
                .createNativeQuery(
                        "select happened from activity where issue_id = :issue and kind = :kind order by happened",
                        Long.class)
                .setParameter("issue", issue)
                .setParameter("kind", (short) Activity.Kind.REGRESSED.ordinal())
                .setMaxResults(1_000)
                .getResultList()
                .stream()
                .map(Micros::instant)
                .toList();
    }

    @Override
    public Map<String, Long> firedSince(Instant since) {
        Map<String, Long> fired = new HashMap<>();
        access.read(session -> session.createNativeQuery(
                                "select rule_key, count(*) from alert where fired > :since group by rule_key",
                                Object[].class)
                        .setParameter("since", Micros.of(since))
                        .getResultList())
                .forEach(row -> fired.put((String) row[0], ((Number) row[1]).longValue()));
        return fired;
    }
}
