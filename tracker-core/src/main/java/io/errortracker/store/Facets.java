package io.errortracker.store;

import java.util.List;

/**
 * Values that issues can be filtered by, the latest seen first, at most 100 each.
 *
 * @since 0.1.0
 */
public record Facets(List<String> environments, List<String> releases) {
    public Facets {
        environments = List.copyOf(environments);
        releases = List.copyOf(releases);
    }
}
