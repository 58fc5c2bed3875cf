package io.errortracker.ui.page;

import io.errortracker.noise.DefaultRule;

/** A default rule in words. */
record DefaultRuleText(String name, String why) {

    static DefaultRuleText of(DefaultRule rule) {
        return switch (rule) {
            case CLIENT_ABORTS ->
                new DefaultRuleText(
                        "Client aborts",
                        "The browser went away while the answer was being written: a broken pipe or a reset connection of the server's own.");
            case OWN_PAGES ->
                new DefaultRuleText("The tracker's own pages", "What fails here is told under Tracker health.");
            case HEALTH_CHECKS ->
                new DefaultRuleText(
                        "Health checks", "Paths that end in /health, /health/live, /healthz, /readyz and the like.");
            case CLIENT_ERRORS ->
                new DefaultRuleText(
                        "Client errors",
                        "Failures that were answered with a 4xx, unless the application captured or logged them itself.");
            case BOTS ->
                new DefaultRuleText(
                        "Bots",
                        "Search engines' robots and scanners, known by their user agent, unless the application captured it itself.");
        };
    }
}
