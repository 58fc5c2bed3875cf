package io.errortracker.alert;

import io.errortracker.store.alert.AlertMemory;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.StoredRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What alerts remember, in maps. */
final class RememberedAlerts implements AlertMemory {
    final List<FiredAlert> told = new ArrayList<>();
    final List<FiredAlert> held = new ArrayList<>();
    final Map<CounterKey, byte[]> counters = new HashMap<>();
    final List<StoredRule> rules = new ArrayList<>();
    final Map<Long, long[]> hours = new HashMap<>();
    int counterReads;

    @Override
    public List<StoredRule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public Map<CounterKey, byte[]> counters(Collection<CounterKey> keys) {
        counterReads++;
        Map<CounterKey, byte[]> found = new HashMap<>(counters);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public void keep(Map<CounterKey, byte[]> changed, Instant now) {
        counters.putAll(changed);
    }

    @Override
    public long[] hours(long issueId, Instant now, int count) {
        return hours.getOrDefault(issueId, new long[count]);
    }

    @Override
    public long toldSince(Instant since) {
        return told.stream().filter(alert -> alert.fired().isAfter(since)).count();
    }

    @Override
    public void put(FiredAlert alert, boolean isHeld) {
        (isHeld ? held : told).add(alert);
    }
}
