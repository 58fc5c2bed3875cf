package io.errortracker.api;

import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseInfo.Deploy;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A release in the words of Sentry's web API. */
final class ReleaseJson {
    private static final int SHORT = 12;

    private final ApiSettings settings;
    private final Json json;

    ReleaseJson(ApiSettings settings, Json json) {
        this.settings = settings;
        this.json = json;
    }

    JsonObject release(ReleaseInfo release) {
        Deploy last = release.lastDeploy();
        return json.object()
                .put("version", release.version())
                .put("shortVersion", shortened(release.version()))
                .put("status", "open")
                .put("dateCreated", release.created())
                .put("dateReleased", release.released())
                .put("firstEvent", release.firstEvent())
                .put("lastEvent", release.lastEvent())
                .put("newGroups", release.newIssues())
                .put("lastDeploy", last == null ? JsonValue.NULL : deploy(last))
                .put("commitCount", 0)
                .put("fileCount", release.files().count())
                .put("authors", json.array())
                .put("data", json.object())
                .put("projects", json.array().add(project()))
                .putNull("ref", "url", "owner", "lastCommit")
                .build();
    }

    private JsonObject project() {
        return json.object()
                .put("id", 1)
                .put("slug", settings.project())
                .put("name", settings.project())
                .put("platform", "java")
                .put("platforms", json.array())
                .build();
    }

    JsonObject deploy(Deploy deploy) {
        return json.object()
                .put("id", Long.toString(deploy.id()))
                .put("environment", deploy.environment())
                .put("name", deploy.name())
                .put("url", deploy.url())
                .put("dateStarted", deploy.started())
                .put("dateFinished", deploy.finished())
                .build();
    }

    /** Commits are long. */
    private static String shortened(String version) {
        boolean commit = version.length() == 40 && version.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return commit ? version.substring(0, SHORT) : version;
    }
}
