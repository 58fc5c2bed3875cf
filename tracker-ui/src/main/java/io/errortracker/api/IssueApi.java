package io.errortracker.api;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.EventPage;
import io.errortracker.store.IssuePage;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueStore;
import io.errortracker.store.StoredEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each address of the API answers. */
final class IssueApi {
    private static final String ACTOR = "api";
    private static final int HOURS = 24;
    private static final int SHOWN_ACTIVITY = 100;
    private static final int MAX_CHANGED_AT_ONCE = 1_000;

    private final IssueStore store;
    private final Clock clock;
    private final Json json;
    private final IssueJson issueJson;
    private final EventDetailJson eventJson;

    IssueApi(ApiSettings settings, ApiStores stores, Clock clock, Json json) {
        this.store = stores.issues();
        this.clock = clock;
        this.json = json;
        issueJson = new IssueJson(json, settings);
        eventJson = new EventDetailJson(json, stores.readable());
    }

    ApiAnswer answer(ApiRoute.Match match, ApiRequest request) {
        boolean changes = request.isPut();
        return switch (match.route()) {
            case ISSUES -> changes ? changeSeveral(request) : list(request);
            case ISSUE -> changes ? change(issue(match), request) : show(issue(match));
            case EVENTS -> events(issue(match), request);
            default -> event(issue(match), match.get("event"));
        };
    }

    private ApiAnswer list(ApiRequest request) {
        IssueQuery query = IssueSearch.parse(
                request.parameter("query"),
                request.parameter("environment"),
                request.parameter("sort"),
                request.parameter("cursor"),
                request.limit());
        IssuePage page =
                LinkHeader.NOWHERE.equals(query.cursor()) ? new IssuePage(List.of(), null, null) : store.issues(query);
        Instant now = clock.instant();
        Map<Long, long[]> hours =
                store.hourly(page.issues().stream().map(Issue::id).toList(), now, HOURS);
        JsonValue issues = json.array(
                        page.issues(),
                        issue -> issueJson.inList(
                                issue, hours.getOrDefault(issue.id(), new long[HOURS]), isUnhandled(issue), now))
                .build();
        return ApiAnswer.page(issues, request.link(page.previous(), page.next()));
    }

    private ApiAnswer show(Issue issue) {
        Instant now = clock.instant();
        long[] hours = store.hourly(List.of(issue.id()), now, HOURS).getOrDefault(issue.id(), new long[HOURS]);
        return ApiAnswer.ok(
                issueJson.alone(issue, hours, isUnhandled(issue), store.activity(issue.id(), SHOWN_ACTIVITY), now));
    }

    private ApiAnswer change(Issue issue, ApiRequest request) {
        store.setStatus(List.of(issue.id()), status(request), ACTOR);
        return show(store.issue(issue.id()).orElseThrow(ApiProblem::notFound));
    }

    private ApiAnswer changeSeveral(ApiRequest request) {
        IssueStatus status = status(request);
        List<Long> named =
                request.parameters("id").stream().map(IssueApi::id).distinct().toList();
        if (named.isEmpty()) {
            throw ApiProblem.badRequest("Name the issues to change: ?id=1&id=2");
        }
        if (named.size() > MAX_CHANGED_AT_ONCE) {
            throw ApiProblem.badRequest("At most " + MAX_CHANGED_AT_ONCE + " issues at once");
        }
        List<Long> found =
                named.stream().filter(id -> store.issue(id).isPresent()).toList();
        if (found.isEmpty()) {
            return ApiAnswer.nothing();
        }
        store.setStatus(found, status, ACTOR);
        return ApiAnswer.ok(issueJson.changed(status));
    }

    private ApiAnswer events(Issue issue, ApiRequest request) {
        String cursor = request.parameter("cursor");
        EventPage page = LinkHeader.NOWHERE.equals(cursor)
                ? new EventPage(List.of(), null)
                : store.events(issue.id(), cursor, request.limit());
        boolean whole = "true".equals(request.parameter("full")) || "1".equals(request.parameter("full"));
        JsonValue events = json.array(
                        page.events(),
                        stored -> whole ? eventJson.alone(stored, issue) : eventJson.inList(stored, issue))
                .build();
        return ApiAnswer.page(events, request.link(null, page.next()));
    }

    private ApiAnswer event(Issue issue, String name) {
        Optional<StoredEvent> event =
                switch (name) {
                    case "latest", "recommended" -> store.latestEvent(issue.id());
                    default -> eventId(name).flatMap(id -> store.event(issue.id(), id));
                };
        return ApiAnswer.ok(eventJson.alone(event.orElseThrow(ApiProblem::notFound), issue));
    }

    private Issue issue(ApiRoute.Match match) {
        String name = match.get("issue");
        Optional<Issue> issue = isNumber(name) ? store.issue(Long.parseLong(name)) : store.issue(name);
        return issue.orElseThrow(ApiProblem::notFound);
    }

    private boolean isUnhandled(Issue issue) {
        return store.latestEvent(issue.id())
                .map(stored -> stored.event().thrown())
                .map(ExceptionInfo::mechanism)
                .map(Mechanism::handled)
                .map(handled -> !handled)
                .orElse(false);
    }

    private static IssueStatus status(ApiRequest request) {
        JsonObject body = request.body();
        JsonValue status = body.getOrDefault("status", JsonValue.NULL);
        if (status instanceof JsonString text) {
            return IssueStatus.ofLabel(text.getString()).orElseThrow(IssueApi::badStatus);
        }
        throw badStatus();
    }

    private static ApiProblem badStatus() {
        return ApiProblem.badRequest("Invalid status: use \"resolved\", \"unresolved\" or \"ignored\"");
    }

    private static Long id(String text) {
        if (!isNumber(text)) {
            throw ApiProblem.badRequest("Invalid id: a number is expected");
        }
        return Long.parseLong(text);
    }

    /** Digits only, and few enough for a long. */
    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** 32 hex digits, also written as a UUID. */
    private static Optional<String> eventId(String name) {
        String id = name.replace("-", "").toLowerCase(Locale.ROOT);
        boolean isHex = id.length() == 32 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x7f);
        return isHex ? Optional.of(id) : Optional.empty();
    }
}
