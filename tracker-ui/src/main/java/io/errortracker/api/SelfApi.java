package io.errortracker.api;

import io.errortracker.store.IssueStore;
import jakarta.json.JsonObject;
import java.time.Instant;

/** What the API says of itself. Any organisation and any project is this application. */
final class SelfApi {
    private final ApiSettings settings;
    private final IssueStore store;
    private final Json json;

    SelfApi(ApiSettings settings, IssueStore store, Json json) {
        this.settings = settings;
        this.store = store;
        this.json = json;
    }

    ApiAnswer answer(ApiRoute.Match match, ApiRequest request) {
        return ApiAnswer.ok(
                switch (match.route()) {
                    case ROOT ->
                        json.object()
                                .put("version", "0")
                                .putNull("user", "auth")
                                .build();
                    case AUTH -> user();
                    case ORGANIZATIONS ->
                        json.array()
                                .add(organization(settings.project(), request))
                                .build();
                    case ORGANIZATION -> organization(match.get("org"), request);
                    case PROJECTS ->
                        json.array().add(project(settings.project())).build();
                    case PROJECT -> project(match.get("project"));
                    case ENVIRONMENTS ->
                        json.array(store.facets().environments(), this::environment)
                                .build();
                    default -> json.array().build();
                });
    }

    private JsonObject user() {
        return json.object()
                .put("id", "1")
                .put("username", "api")
                .put("name", "API token")
                .put("email", "")
                .build();
    }

    private JsonObject organization(String slug, ApiRequest request) {
        String root = request.root();
        String region = root.substring(0, root.length() - "/api/0/".length());
        return json.object()
                .put("id", "1")
                .put("slug", slug)
                .put("name", slug)
                .put("status", json.object().put("id", "active").put("name", "active"))
                .put("features", json.array())
                .put("dateCreated", Instant.EPOCH)
                .put("links", json.object().put("organizationUrl", region).put("regionUrl", region))
                .build();
    }

    private JsonObject project(String slug) {
        return json.object()
                .put("id", "1")
                .put("slug", slug)
                .put("name", settings.project())
                .put("platform", "java")
                .put("dateCreated", Instant.EPOCH)
                .put("status", "active")
                .put("isMember", true)
                .put("hasAccess", true)
                .put("features", json.array())
                .put("teams", json.array())
                .put(
                        "organization",
                        json.object()
                                .put("id", "1")
                                .put("slug", settings.project())
                                .put("name", settings.project()))
                .build();
    }

    private JsonObject environment(String name) {
        return json.object()
                .put("id", name)
                .put("name", name)
                .put("isHidden", false)
                .build();
    }
}
