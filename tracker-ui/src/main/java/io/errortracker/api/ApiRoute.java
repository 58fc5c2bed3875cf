package io.errortracker.api;

import io.errortracker.ui.access.ApiScope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The addresses of the API, below {@code /api/0}. Any organisation and any project is this application. */
enum ApiRoute {
    ROOT(Area.SELF, Set.of("GET", "HEAD"), ""),
    AUTH(Area.SELF, Set.of("GET", "HEAD"), "auth"),
    ORGANIZATIONS(Area.SELF, Set.of("GET", "HEAD"), "organizations"),
    ORGANIZATION(Area.SELF, Set.of("GET", "HEAD"), "organizations/{org}"),
    PROJECTS(Area.SELF, Set.of("GET", "HEAD"), "projects", "organizations/{org}/projects"),
    PROJECT(Area.SELF, Set.of("GET", "HEAD"), "projects/{org}/{project}"),
    ENVIRONMENTS(
            Area.SELF,
            Set.of("GET", "HEAD"),
            "projects/{org}/{project}/environments",
            "organizations/{org}/environments"),
    REPOS(Area.SELF, Set.of("GET", "HEAD"), "organizations/{org}/repos"),
    ISSUES(Area.ISSUES, Set.of("GET", "HEAD", "PUT"), "projects/{org}/{project}/issues", "organizations/{org}/issues"),
    ISSUE(Area.ISSUES, Set.of("GET", "HEAD", "PUT"), "issues/{issue}", "organizations/{org}/issues/{issue}"),
    EVENTS(Area.ISSUES, Set.of("GET", "HEAD"), "issues/{issue}/events", "organizations/{org}/issues/{issue}/events"),
    EVENT(
            Area.ISSUES,
            Set.of("GET", "HEAD"),
            "issues/{issue}/events/{event}",
            "organizations/{org}/issues/{issue}/events/{event}"),
    RELEASES(
            Area.RELEASES,
            Set.of("GET", "HEAD", "POST"),
            "organizations/{org}/releases",
            "projects/{org}/{project}/releases"),
    RELEASE(
            Area.RELEASES,
            Set.of("GET", "HEAD", "PUT", "DELETE"),
            "organizations/{org}/releases/{version}",
            "projects/{org}/{project}/releases/{version}"),
    DEPLOYS(
            Area.RELEASES,
            Set.of("GET", "HEAD", "POST"),
            "organizations/{org}/releases/{version}/deploys",
            "projects/{org}/{project}/releases/{version}/deploys"),
    COMMITS(
            Area.RELEASES,
            Set.of("GET", "HEAD"),
            "organizations/{org}/releases/{version}/commits",
            "organizations/{org}/releases/{version}/previous-with-commits",
            "projects/{org}/{project}/releases/{version}/commits"),
    FILES(
            Area.UPLOADS,
            Set.of("GET", "HEAD", "POST", "DELETE"),
            "organizations/{org}/releases/{version}/files",
            "projects/{org}/{project}/releases/{version}/files"),
    CHUNKS(Area.UPLOADS, Set.of("GET", "HEAD", "POST"), "organizations/{org}/chunk-upload"),
    ASSEMBLE(Area.UPLOADS, Set.of("POST"), "organizations/{org}/artifactbundle/assemble");

    /** Which part of the API answers. */
    enum Area {
        SELF,
        ISSUES,
        RELEASES,
        UPLOADS
    }

    private final Area area;
    private final Set<String> methods;
    private final List<String> patterns;

    ApiRoute(Area area, Set<String> methods, String... patterns) {
        this.area = area;
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

    Area area() {
        return area;
    }

    /** A token needs one of these. */
    Set<ApiScope> scopes(String method) {
        boolean looks = method.equals("GET") || method.equals("HEAD");
        return switch (area) {
            case SELF -> EnumSet.allOf(ApiScope.class);
            case ISSUES -> EnumSet.of(looks ? ApiScope.READ : ApiScope.WRITE);
            case RELEASES -> looks ? EnumSet.of(ApiScope.READ, ApiScope.UPLOAD) : EnumSet.of(ApiScope.UPLOAD);
            case UPLOADS -> EnumSet.of(ApiScope.UPLOAD);
        };
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
