package io.errortracker.boot;

import io.errortracker.capture.Admission;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.health.DropReason;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.noise.PayloadLimits;
import io.errortracker.noise.StormGate;
import io.errortracker.store.Batch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Storms, seen from both sides: on the failing thread a kind of failure that comes too often is turned away and counted; on the worker's
 * these counts are given to the issue that the kind was last seen to belong to.
 *
 * <p>A kind is what can be told without looking at frames: what was thrown, its root cause, the entry point. Several issues may share one,
 * so the gate lets ten times as many pass as an issue stores.
 */
final class Storms implements Admission {
    private static final int GATE_FACTOR = 10;
    private static final int MAX_KINDS = 4_096;

    private final StormGate gate;
    private final PayloadLimits limits;
    private final Map<Long, String> issues = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > MAX_KINDS;
        }
    };

    /**
     * @param perMinute events of one issue that are stored in a minute
     * @param perHour events that are stored in an hour; 0 for as many as come
     */
    Storms(int perMinute, int perHour, Clock clock) {
        gate = new StormGate(
                Math.multiplyExact(Math.min(perMinute, 1_000_000), GATE_FACTOR),
                () -> System.nanoTime() / 60_000_000_000L);
        limits = new PayloadLimits(perMinute, perHour, clock);
    }

    @Override
    public boolean admit(Class<?> thrown, Class<?> root, @Nullable String entryPoint) {
        return gate.passes(kind(thrown.getName(), root.getName(), entryPoint));
    }

    /** Why one more event of this issue is counted without its payload; null when it is stored. */
    @Nullable
    DropReason whyOnlyCounted(String fingerprint) {
        return limits.whyOnlyCounted(fingerprint);
    }

    /** Remembers which issue a kind of failure belongs to. */
    void learn(GroupedEvent grouped) {
        ErrorEvent event = grouped.event();
        ExceptionInfo thrown = event.thrown();
        if (thrown != null) {
            long kind = kind(thrown.qualifiedType(), root(event.exceptions()).qualifiedType(), event.transaction());
            issues.put(kind, grouped.fingerprint().hash());
        }
    }

    /** What was turned away since the last call, for the issues it belongs to; of a kind that never was an event nothing can be told. */
    List<Batch.Tally> tallies(Instant now) {
        List<Batch.Tally> tallies = new ArrayList<>();
        gate.drain((kind, turnedAway) -> {
            String fingerprint = issues.get(kind);
            if (fingerprint != null) {
                tallies.add(new Batch.Tally(fingerprint, now, turnedAway));
            }
        });
        return tallies;
    }

    private static ExceptionInfo root(List<ExceptionInfo> exceptions) {
        ExceptionInfo root = exceptions.get(0);
        for (ExceptionInfo next : exceptions.subList(1, exceptions.size())) {
            Mechanism mechanism = next.mechanism();
            if (mechanism == null || !"cause".equals(mechanism.source())) {
                return root;
            }
            root = next;
        }
        return root;
    }

    /** Names have their hash code cached, so this looks at no character. */
    private static long kind(String thrown, String root, @Nullable String entryPoint) {
        long names = ((long) thrown.hashCode() << 32) ^ (root.hashCode() & 0xffffffffL);
        return names * 31 + Objects.hashCode(entryPoint);
    }
}
