package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.NoiseStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an event is noise. Takes time linear in the event. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
final class NoiseFilter {

    /** @param rule the name under which is counted what it dropped; null where the reason says it all */
    record Verdict(DropReason reason, @Nullable String rule) {}

    private record Named(String name, RuleMatcher matcher) {}

    private final double sampleRate;
    private final OwnPaths ownPaths;
    private final Set<DefaultRule> defaults;
    private final List<Named> rules = new ArrayList<>();

    private NoiseFilter(NoiseRules configured, Set<String> switchedOff) {
        sampleRate = configured.sampleRate();
        ownPaths = new OwnPaths(configured.ownPaths());
        defaults = EnumSet.noneOf(DefaultRule.class);
        for (DefaultRule rule : configured.defaults()) {
            if (!switchedOff.contains(rule.label())) {
                defaults.add(rule);
            }
        }
    }

    /** @throws IllegalArgumentException naming the configuration key whose rule cannot be read, and why */
    static NoiseFilter configured(NoiseRules configured) {
        return of(configured, NoiseStore.Wishes.NONE, broken -> {});
    }

    /**
     * What is configured, and what people said beside it.
     *
     * @param broken is told of rules of the store that cannot be read, which are passed over
     */
    static NoiseFilter of(NoiseRules configured, NoiseStore.Wishes wishes, Consumer<BrokenRuleException> broken) {
        NoiseFilter filter = new NoiseFilter(configured, wishes.switchedOff());
        for (Criteria criteria : configured.configured()) {
            filter.rules.add(new Named(NoiseRules.cause(criteria), fromConfiguration(criteria)));
        }
        for (IgnoreRule rule : wishes.rules()) {
            if (!rule.paused()) {
                filter.add(rule, broken);
            }
        }
        return filter;
    }

    private void add(IgnoreRule rule, Consumer<BrokenRuleException> broken) {
        try {
            rules.add(new Named(NoiseStore.cause(rule.id()), RuleMatcher.of(rule.criteria())));
        } catch (BrokenRuleException unreadable) {
            broken.accept(unreadable);
        }
    }

    private static RuleMatcher fromConfiguration(Criteria criteria) {
        try {
            return RuleMatcher.of(criteria);
        } catch (BrokenRuleException broken) {
            String key = "tracker.ignore." + broken.criterion().label();
            throw new IllegalArgumentException(
                    key + " holds a value that cannot be used: " + broken.getMessage(), broken);
        }
    }

    /** Why the event is noise; null when it is worth storing. */
    @Nullable
    Verdict verdict(ErrorEvent event) {
        for (DefaultRule rule : defaults) {
            if (rule.matches(event, ownPaths)) {
                return new Verdict(rule.reason(), null);
            }
        }
        for (Named rule : rules) {
            if (rule.matcher().test(event)) {
                return new Verdict(DropReason.IGNORE_RULE, rule.name());
            }
        }
        return isInSample(event) ? null : new Verdict(DropReason.SAMPLE_RATE, null);
    }

    /** The first 32 bits of the id, which is random, as a fraction. */
    private boolean isInSample(ErrorEvent event) {
        if (sampleRate >= 1.0) {
            return true;
        }
        long bits = Long.parseLong(event.id(), 0, 8, 16);
        return bits / (double) (1L << 32) < sampleRate;
    }
}
