package io.errortracker.api;

import io.errortracker.store.ArtifactStore;
import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseInfo.Deploy;
import io.errortracker.store.ReleaseStore;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Releases and deployments, as builds announce them. */
final class ReleaseApi {
    private static final int MAX_VERSION = 250;

    private final ReleaseStore releases;
    private final ArtifactStore artifacts;
    private final Clock clock;
    private final Json json;
    private final ReleaseJson releaseJson;

    ReleaseApi(ApiSettings settings, ReleaseStore releases, ArtifactStore artifacts, Clock clock, Json json) {
        this.releases = releases;
        this.artifacts = artifacts;
        this.clock = clock;
        this.json = json;
        releaseJson = new ReleaseJson(settings, json);
    }

    ApiAnswer answer(ApiRoute.Match match, ApiRequest request) {
        return switch (match.route()) {
            case RELEASES -> request.is("POST") ? announce(request.body()) : list(request);
            case RELEASE -> one(version(match.get("version")), request);
            case DEPLOYS -> request.is("POST") ? deploy(version(match.get("version")), request.body()) : deploys(match);
            default -> ApiAnswer.ok(json.array().build());
        };
    }

    private ApiAnswer list(ApiRequest request) {
        List<ReleaseInfo> all = releases.releases(request.limit());
        String query = request.parameter("query");
        return ApiAnswer.page(
                json.array(
                                all.stream()
                                        .filter(release -> query == null
                                                || release.version().contains(query))
                                        .toList(),
                                releaseJson::release)
                        .build(),
                request.link(null, null));
    }

    private ApiAnswer announce(JsonObject body) {
        String version = version(text(body, "version"));
        boolean known = releases.release(version).isPresent();
        releases.announce(version);
        noteRelease(version, body);
        JsonObject release = show(version);
        return known ? ApiAnswer.ok(release) : ApiAnswer.created(release);
    }

    private ApiAnswer one(String version, ApiRequest request) {
        if (request.is("PUT")) {
            releases.announce(version);
            noteRelease(version, request.body());
        } else if (request.is("DELETE")) {
            return delete(version);
        }
        return ApiAnswer.ok(show(version));
    }

    private ApiAnswer delete(String version) {
        boolean known = releases.release(version).isPresent();
        artifacts.delete(version);
        releases.forget(version);
        if (!known) {
            throw ApiProblem.notFound();
        }
        return ApiAnswer.nothing();
    }

    private void noteRelease(String version, JsonObject body) {
        Instant released = time(body, "dateReleased");
        if (released != null) {
            releases.released(version, released);
        }
    }

    private JsonObject show(String version) {
        return releaseJson.release(releases.release(version).orElseThrow(ApiProblem::notFound));
    }

    private ApiAnswer deploy(String version, JsonObject body) {
        String environment = text(body, "environment");
        if (environment == null || environment.isBlank()) {
            throw ApiProblem.badRequest("environment: This field is required.");
        }
        Instant finished = time(body, "dateFinished");
        Deploy deploy = new Deploy(
                0,
                environment,
                text(body, "name"),
                text(body, "url"),
                time(body, "dateStarted"),
                finished == null ? clock.instant() : finished);
        return ApiAnswer.created(releaseJson.deploy(releases.deployed(version, deploy)));
    }

    private ApiAnswer deploys(ApiRoute.Match match) {
        return ApiAnswer.ok(json.array(releases.deploys(match.get("version")), releaseJson::deploy)
                .build());
    }

    /** As Sentry allows them: no control characters and no slashes, not a dot or two, not too long. */
    private static String version(@Nullable String text) {
        String version = text == null ? "" : text.strip();
        boolean plain = version.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != '/' && c != '\\');
        if (version.isEmpty()
                || version.length() > MAX_VERSION
                || !plain
                || version.equals(".")
                || version.equals("..")) {
            throw ApiProblem.badRequest("version: Invalid release version");
        }
        return version;
    }

    private static @Nullable String text(JsonObject body, String name) {
        return body.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static @Nullable Instant time(JsonObject body, String name) {
        String text = text(body, name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw ApiProblem.badRequest(name + ": a time such as 2026-11-23T10:00:00Z is expected");
        }
    }
}
