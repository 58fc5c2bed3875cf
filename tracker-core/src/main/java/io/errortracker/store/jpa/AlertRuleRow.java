package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.store.alert.RuleShelf;
import io.errortracker.store.alert.StoredRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of table {@code alert_rule}. */
@Entity
@Table(name = "alert_rule")
class AlertRuleRow {
    @Id
    @Column(name = "rule_key")
    String key = "";

    String definition = "";
    boolean paused;

    @Column(name = "muted_until")
    @Nullable
    Long mutedUntil;

    String author = "";
    long changed;

    static AlertRuleRow of(StoredRule rule) {
        AlertRuleRow row = new AlertRuleRow();
        row.key = Texts.column(rule.key(), 64);
        row.definition = Texts.column(rule.definition(), StoredRule.LONGEST);
        row.paused = rule.paused();
        row.mutedUntil = rule.mutedUntil() == null ? null : Micros.of(rule.mutedUntil());
        row.author = Texts.column(rule.author(), 200);
        row.changed = Micros.of(rule.changed());
        return row;
    }

    static List<StoredRule> all(StatelessSession session) {
        return session
                .createNativeQuery("select r.* from alert_rule r order by r.rule_key", AlertRuleRow.class)
                .setMaxResults(RuleShelf.MOST_RULES)
                .getResultList()
                .stream()
                .map(AlertRuleRow::toRule)
                .toList();
    }

    private StoredRule toRule() {
        return new StoredRule(
                key,
                definition,
                paused,
                mutedUntil == null ? null : Micros.instant(mutedUntil),
                author,
                Micros.instant(changed));
    }
}
