package io.errortracker.noise;

import java.util.List;

/**
 * What counts as noise.
 *
 * @param sampleRate the share of events that is kept, 0.0 to 1.0; which ones is decided by their id
 * @param exceptions names of exception classes, with or without package; any exception of the chain that has one makes noise
 * @param messages RE2 patterns; found anywhere in the message, or in that of any exception of the chain
 * @param routes entry points, {@code *} standing for anything
 * @param clientErrors whether what was answered with a 4xx is noise
 * @param clientAborts whether what fails because the client went away is noise
 * @param healthChecks whether what fails on a health-check path is noise
 * @since 0.1.0
 */
public record NoiseRules(
        double sampleRate,
        List<String> exceptions,
        List<String> messages,
        List<String> routes,
        boolean clientErrors,
        boolean clientAborts,
        boolean healthChecks) {

    public NoiseRules {
        exceptions = List.copyOf(exceptions);
        messages = List.copyOf(messages);
        routes = List.copyOf(routes);
    }

    /** Everything is kept but 4xx outcomes, client aborts and health checks. */
    public static NoiseRules defaults() {
        return new NoiseRules(1.0, List.of(), List.of(), List.of(), true, true, true);
    }
}
