package io.errortracker.boot;

import io.errortracker.ConfigKey;
import io.errortracker.TrackerConfig;
import io.errortracker.noise.Criterion;
import io.errortracker.noise.DefaultRule;
import io.errortracker.noise.NoiseRules;
import io.errortracker.store.IgnoreRule.Criteria;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the configuration says is noise. */
final class ConfiguredNoise {
    private final TrackerConfig config;
    private final Deployment deployment;

    ConfiguredNoise(TrackerConfig config, Deployment deployment) {
        this.config = config;
        this.deployment = deployment;
    }

    NoiseRules rules() {
        return new NoiseRules(config.get(TrackerConfig.SAMPLE_RATE), defaults(), ignored(), ownPaths());
    }

    private Set<DefaultRule> defaults() {
        Set<DefaultRule> on = EnumSet.noneOf(DefaultRule.class);
        for (DefaultRule rule : DefaultRule.values()) {
            if (config.get(key(rule))) {
                on.add(rule);
            }
        }
        return on;
    }

    private static ConfigKey<Boolean> key(DefaultRule rule) {
        return switch (rule) {
            case CLIENT_ABORTS -> TrackerConfig.IGNORE_CLIENT_ABORTS;
            case OWN_PAGES -> TrackerConfig.IGNORE_OWN_PAGES;
            case HEALTH_CHECKS -> TrackerConfig.IGNORE_HEALTH_CHECKS;
            case CLIENT_ERRORS -> TrackerConfig.IGNORE_CLIENT_ERRORS;
            case BOTS -> TrackerConfig.IGNORE_BOTS;
        };
    }

    private List<Criteria> ignored() {
        List<Criteria> all = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            config.get(key(criterion)).forEach(value -> all.add(criterion.alone(value)));
        }
        return all;
    }

    private static ConfigKey<List<String>> key(Criterion criterion) {
        return switch (criterion) {
            case EXCEPTION -> TrackerConfig.IGNORE_EXCEPTIONS;
            case MESSAGE -> TrackerConfig.IGNORE_MESSAGES;
            case ROUTE -> TrackerConfig.IGNORE_ROUTES;
            case STATUS -> TrackerConfig.IGNORE_STATUSES;
            case USER_AGENT -> TrackerConfig.IGNORE_USER_AGENTS;
            case ENTRY_POINT -> TrackerConfig.IGNORE_ENTRY_POINTS;
        };
    }

    private List<String> ownPaths() {
        String pages = config.get(TrackerConfig.PATH);
        return List.of(deployment.contextPath() + pages, deployment.contextPath() + pages + "-ingest");
    }
}
