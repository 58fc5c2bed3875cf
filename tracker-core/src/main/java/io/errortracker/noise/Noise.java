package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what is noise, by configuration and by the rules that people made on the pages of any node that shares the store, and keeps count
 * of what was dropped.
 *
 * <p>Rules are read again with an event that comes five seconds or more after they were read last, so that they apply everywhere within
 * seconds and an application without errors asks nothing. While they cannot be read the last known ones apply.
 *
 * <p>{@link #reason} is for the workers' threads, {@link #keepCount} for one of them; the rest for any.
 *
 * @since 0.1.0
 */
public final class Noise {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final NoiseRules configured;
    private final NoiseStore store;
    private final SelfHealth health;
    private final Clock clock;
    private final Map<String, Long> byRule = new HashMap<>();
    private final Map<DropReason, Long> written = new EnumMap<>(DropReason.class);
    private volatile NoiseFilter filter;
    private volatile Instant refreshAt = Instant.MIN;
    private Instant writeAt = Instant.MIN;

    /** @throws IllegalArgumentException naming the configuration key whose rule cannot be read, and why */
    public Noise(NoiseRules configured, NoiseStore store, SelfHealth health, Clock clock) {
        this.configured = configured;
        this.store = store;
        this.health = health;
        this.clock = clock;
        this.filter = NoiseFilter.configured(configured);
    }

    /** What is configured. */
    public NoiseRules configured() {
        return configured;
    }

    /** Why the event is noise; null when it is worth storing. */
    public @Nullable DropReason reason(ErrorEvent event) {
        refresh(clock.instant());
        NoiseFilter.Verdict verdict = filter.verdict(event);
        if (verdict == null) {
            return null;
        }
        String rule = verdict.rule();
        if (rule != null) {
            count(rule);
        }
        return verdict.reason();
    }

    private synchronized void count(String rule) {
        byRule.merge(rule, 1L, Long::sum);
    }

    private void refresh(Instant now) {
        if (now.isBefore(refreshAt)) {
            return;
        }
        refreshAt = now.plus(EVERY);
        try {
            filter = NoiseFilter.of(
                    configured, store.wishes(), broken -> health.failed("reading an ignore rule", broken));
        } catch (StoreUnavailableException later) {
            // told by those who write events; the rules known last apply
            refreshAt = now.plus(EVERY);
        }
    }

    /** Writes, every few seconds, how much was dropped. Costs nothing while nothing is. */
    public void keepCount() {
        Instant now = clock.instant();
        if (!now.isBefore(writeAt)) {
            writeAt = now.plus(EVERY);
            write(now);
        }
    }

    /** Writes how much was dropped since it was written last. */
    public void write() {
        write(clock.instant());
    }

    private synchronized void write(Instant now) {
        Map<DropReason, Long> counted = health.drops();
        List<NoiseStore.Drop> drops = fresh(counted, now);
        if (drops.isEmpty()) {
            return;
        }
        try {
            store.addDrops(drops);
            written.putAll(counted);
            byRule.clear();
        } catch (StoreUnavailableException later) {
            // told by those who write events; what was not written is written with the rest
            writeAt = now.plus(EVERY);
        }
    }

    private List<NoiseStore.Drop> fresh(Map<DropReason, Long> counted, Instant now) {
        List<NoiseStore.Drop> drops = new ArrayList<>();
        counted.forEach((reason, count) -> {
            long more = count - written.getOrDefault(reason, 0L);
            if (more > 0) {
                drops.add(new NoiseStore.Drop(reason.label(), now, more));
            }
        });
        byRule.forEach((rule, count) -> drops.add(new NoiseStore.Drop(rule, now, count)));
        return drops;
    }
}
