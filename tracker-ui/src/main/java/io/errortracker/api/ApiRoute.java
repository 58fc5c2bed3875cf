package io.errortracker.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The addresses of the API, below {@code /api/0}. Any organisation and any project is this application. */
enum ApiRoute {
    ROOT(Set.of("GET", "HEAD"), ""),
    ISSUES(Set.of("GET", "HEAD", "PUT"), "projects/{org}/{project}/issues", "organizations/{org}/issues"),
    ISSUE(Set.of("GET", "HEAD", "PUT"), "issues/{issue}", "organizations/{org}/issues/{issue}"),
    EVENTS(Set.of("GET", "HEAD"), "issues/{issue}/events", "organizations/{org}/issues/{issue}/events"),
    EVENT(Set.of("GET", "HEAD"), "issues/{issue}/events/{event}", "organizations/{org}/issues/{issue}/events/{event}");

    private final Set<String> methods;
    private final List<String> patterns;

    ApiRoute(Set<String> methods, String... patterns) {
        this.methods = methods;
        this.patterns = List.of(patterns);
    }

    /**
     * A route and what stands in the places of its pattern.
     *
     * @param named {@code issue}, {@code event}, ...
     */
    record Match(ApiRoute route, Map<String, String> named) {
        String get(String name) {
            return named.getOrDefault(name, "");
        }
    }

    /** @param path below {@code /api/0}, decoded, with or without a slash at its end; null for none */
    static Optional<Match> of(@Nullable String path) {
        List<String> segments = segments(path == null ? "" : path);
        return Arrays.stream(values())
                .flatMap(route ->
                        route.patterns.stream().flatMap(pattern -> route.match(segments(pattern), segments).stream()))
                .findFirst();
    }

    List<String> patterns() {
        return patterns;
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    /** For the {@code Allow} header. */
    String allowed() {
        return String.join(", ", new TreeSet<>(methods));
    }

    private Optional<Match> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                named.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(this, named));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
