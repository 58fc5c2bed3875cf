package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.alert.AlertMemory;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.StoredRule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What alerts remember, within the transaction that records a batch. */
final class JpaAlertMemory implements AlertMemory {
    private final StatelessSession session;
    private final Engine engine;
    private final AlertCounters counters;

    JpaAlertMemory(StatelessSession session, Engine engine) {
        this.session = session;
        this.engine = engine;
        this.counters = new AlertCounters(session);
    }

    @Override
    public List<StoredRule> rules() {
        return AlertRuleRow.all(session);
    }

    @Override
    public Map<CounterKey, byte[]> counters(Collection<CounterKey> keys) {
        return counters.read(keys);
    }

    @Override
    public void keep(Map<CounterKey, byte[]> changed, Instant now) {
        counters.write(changed, Micros.of(now));
    }

    @Override
    public long[] hours(long issueId, Instant now, int hours) {
        return new HourQueries(session, now, hours).of(issueId);
    }

    @Override
    public long toldSince(Instant since) {
        String lock = engine.locksRows() ? " for update" : "";
        session.createNativeQuery("select node from alert_office where name = 'gate'" + lock, String.class)
                .getSingleResult();
        return session.createNativeQuery("select count(*) from alert where told > :since", Long.class)
                .setParameter("since", Micros.of(since))
                .getSingleResult();
    }

    @Override
    public void put(FiredAlert alert, boolean held) {
        if (held) {
            AlertRow row = AlertRow.of(alert);
            row.digest = 0L;
            OutboxQueries.insert(session, row, List.of());
        } else {
            AlertRow row = AlertRow.of(alert);
            row.told = row.fired;
            OutboxQueries.insert(session, row, row.actions());
        }
    }
}
