package io.errortracker.noise;

import io.errortracker.store.IgnoreRule.Criteria;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What counts as noise by configuration.
 *
 * @param sampleRate the share of events that is kept, 0.0 to 1.0; which ones is decided by their id
 * @param defaults the default rules that apply
 * @param configured what is ignored beside them
 * @param ownPaths paths below which the tracker itself answers, with the context path
 * @since 0.1.0
 */
public record NoiseRules(
        double sampleRate, Set<DefaultRule> defaults, List<Criteria> configured, List<String> ownPaths) {

    public NoiseRules {
        defaults = Set.copyOf(defaults);
        configured = List.copyOf(configured);
        ownPaths = List.copyOf(ownPaths);
    }

    /** The default rules alone; everything else is kept. */
    public static NoiseRules defaultsOnly() {
        return new NoiseRules(1.0, EnumSet.allOf(DefaultRule.class), List.of(), List.of());
    }

    /** The name under which is counted what a configured rule dropped. */
    public static String cause(Criteria configured) {
        return "config:" + Integer.toHexString(configured.hashCode());
    }
}
