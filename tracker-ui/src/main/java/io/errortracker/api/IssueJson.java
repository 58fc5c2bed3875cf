package io.errortracker.api;

import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue in the words of Sentry's web API. */
final class IssueJson {
    private static final String PROJECT_ID = "1";
    private static final String MESSAGE = "Message";
    private static final long HOUR_SECONDS = 3_600;

    private final Json json;
    private final ApiSettings settings;

    IssueJson(Json json, ApiSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    /**
     * An issue as it stands in a list.
     *
     * @param hours events of the last hours, the oldest first
     * @param unhandled whether its latest event escaped the application
     */
    JsonObject inList(Issue issue, long[] hours, boolean unhandled, Instant now) {
        return fields(issue, unhandled)
                .put("stats", json.object().put("24h", stats(hours, now)))
                .build();
    }

    /** An issue alone, with more of it. */
    JsonObject alone(Issue issue, long[] hours, boolean unhandled, List<Activity> activity, Instant now) {
        return fields(issue, unhandled)
                .put("stats", json.object().put("24h", stats(hours, now)))
                .put("firstRelease", release(issue.firstRelease()))
                .put("lastRelease", release(issue.lastRelease()))
                .put("activity", json.array(activity, this::activity))
                .put("tags", json.array())
                .put("participants", json.array())
                .put("seenBy", json.array())
                .put("userReportCount", 0)
                .put("pluginActions", json.array())
                .put("pluginContexts", json.array())
                .put("pluginIssues", json.array())
                .build();
    }

    /** The answer to a change of several issues. */
    JsonObject changed(IssueStatus status) {
        return json.object()
                .put("status", status.label())
                .put("statusDetails", json.object())
                .build();
    }

    private Json.Fields fields(Issue issue, boolean unhandled) {
        return json.object()
                .put("id", Long.toString(issue.id()))
                .put("shortId", issue.shortId())
                .putNull("shareId")
                .put("title", issue.title())
                .put("culprit", issue.culprit() == null ? "" : issue.culprit())
                .put("permalink", permalink(issue))
                .putNull("logger")
                .put("level", issue.level().label())
                .put("status", issue.status().label())
                .put("statusDetails", json.object())
                .put("substatus", substatus(issue))
                .put("isPublic", false)
                .put("platform", issue.platform())
                .put("project", project(issue))
                .put("type", isMessage(issue) ? "default" : "error")
                .put("metadata", metadata(issue))
                .put("numComments", 0)
                .putNull("assignedTo")
                .put("isBookmarked", false)
                .put("isSubscribed", false)
                .putNull("subscriptionDetails")
                .put("hasSeen", true)
                .put("annotations", json.array())
                .put("issueType", "error")
                .put("issueCategory", "error")
                .put("isUnhandled", unhandled)
                .put("count", Long.toString(issue.events()))
                .put("userCount", issue.users())
                .put("firstSeen", issue.firstSeen())
                .put("lastSeen", issue.lastSeen());
    }

    private Json.Fields project(Issue issue) {
        return json.object()
                .put("id", PROJECT_ID)
                .put("name", settings.project())
                .put("slug", settings.project())
                .put("platform", issue.platform());
    }

    private Json.Fields metadata(Issue issue) {
        Json.Fields metadata = json.object().put("title", issue.title());
        return isMessage(issue) ? metadata : metadata.put("type", issue.type()).put("value", issue.value());
    }

    private JsonValue substatus(Issue issue) {
        return switch (issue.status()) {
            case UNRESOLVED -> json.text(issue.regressed() ? "regressed" : "ongoing");
            case IGNORED -> json.text("archived_forever");
            case RESOLVED -> JsonValue.NULL;
        };
    }

    private JsonValue release(@Nullable String version) {
        return version == null
                ? JsonValue.NULL
                : json.object()
                        .put("version", version)
                        .put("shortVersion", version)
                        .build();
    }

    private JsonObject activity(Activity done) {
        return json.object()
                .put("type", activityType(done.what()))
                .put(
                        "user",
                        done.actor() == null
                                ? JsonValue.NULL
                                : json.object().put("name", done.actor()).build())
                .put(
                        "data",
                        done.detail() == null ? json.object() : json.object().put("version", done.detail()))
                .put("dateCreated", done.when())
                .build();
    }

    private static String activityType(Activity.Kind what) {
        return switch (what) {
            case FIRST_SEEN -> "first_seen";
            case RESOLVED -> "set_resolved";
            case IGNORED -> "set_ignored";
            case REOPENED -> "set_unresolved";
            case REGRESSED -> "set_regression";
            case MERGED -> "merge";
            case UNMERGED, SPLIT -> "unmerge_source";
        };
    }

    /** Pairs of the hour's beginning in epoch seconds and its count. */
    private JsonArrayBuilder stats(long[] hours, Instant now) {
        long last = now.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        JsonArrayBuilder pairs = json.array();
        for (int i = 0; i < hours.length; i++) {
            pairs.add(json.array()
                    .add(last - (hours.length - 1 - i) * HOUR_SECONDS)
                    .add(hours[i]));
        }
        return pairs;
    }

    private String permalink(Issue issue) {
        return settings.pages() + "/issues/" + URLEncoder.encode(issue.shortId(), StandardCharsets.UTF_8);
    }

    private static boolean isMessage(Issue issue) {
        return issue.type().equals(MESSAGE);
    }
}
