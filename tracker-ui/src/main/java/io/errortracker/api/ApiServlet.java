package io.errortracker.api;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.ApiScope;
import io.errortracker.ui.access.ApiTokens;
import io.errortracker.ui.access.ApiTokens.Judgement;
import io.errortracker.ui.access.ApiTokens.Verdict;
import io.errortracker.ui.access.SecurityHeaders;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The API, to be mapped to {@code /errors/api/0/*}. Every request needs a bearer token before anything else is looked at. Errors are
 * {@code {"detail": "..."}}.
 *
 * @since 0.1.0
 */
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "Retry-After";
    private static final String STORE_RETRY_SECONDS = "10";

    private final transient ApiSettings settings;
    private final transient ApiTokens tokens;
    private final transient SelfHealth health;
    private final transient Json json = new Json();
    private final transient IssueApi issues;
    private final transient SelfApi self;
    private final transient ReleaseApi releases;
    private final transient UploadApi uploads;

    /** To be called where the application's class loader is the thread's: the JSON provider is looked up here. */
    public ApiServlet(ApiSettings settings, ApiStores stores, ApiTokens tokens, Clock clock, SelfHealth health) {
        this.settings = settings;
        this.tokens = tokens;
        this.health = health;
        issues = new IssueApi(settings, stores, clock, json);
        self = new SelfApi(settings, stores.issues(), json);
        releases = new ReleaseApi(settings, stores.releases(), stores.artifacts(), clock, json);
        uploads = new UploadApi(stores.artifacts(), clock, json);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.set(response);
        send(answer(request), response);
    }

    private ApiAnswer answer(HttpServletRequest request) {
        Judgement judgement = tokens.judge(request);
        return judgement.verdict() == Verdict.RIGHT ? routed(request, judgement) : refusal(judgement.verdict());
    }

    private ApiAnswer refusal(Verdict verdict) {
        return switch (verdict) {
            case OFF, RIGHT ->
                problem(
                        404,
                        "The API is off: there is no token, neither on the page Settings nor in tracker.api.tokens");
            case MISSING -> challenge(problem(401, "Authentication credentials were not provided."));
            case WRONG -> challenge(problem(401, "Invalid token"));
            case EXPIRED -> challenge(problem(401, "The token has expired"));
            case UNKNOWN -> unavailable();
            case THROTTLED ->
                problem(429, "Too many wrong tokens")
                        .with(RETRY_AFTER, Integer.toString(ApiTokens.RETRY_AFTER_SECONDS));
        };
    }

    private static ApiAnswer challenge(ApiAnswer answer) {
        return answer.with("WWW-Authenticate", "Bearer realm=\"errors\"");
    }

    private ApiAnswer routed(HttpServletRequest request, Judgement judgement) {
        Optional<ApiRoute.Match> match = ApiRoute.of(request.getPathInfo());
        if (match.isEmpty()) {
            return problem(404, "There is no such address in this API");
        }
        ApiRoute route = match.get().route();
        if (!route.allows(request.getMethod())) {
            return problem(405, "Method not allowed").with("Allow", route.allowed());
        }
        return guarded(match.get(), request, judgement);
    }

    private ApiAnswer guarded(ApiRoute.Match match, HttpServletRequest request, Judgement judgement) {
        try {
            readAsUtf8(request);
            return answer(match, request, judgement);
        } catch (ApiProblem problem) {
            return problem(problem.status(), problem.detail());
        } catch (StoreUnavailableException unavailable) {
            return unavailable();
        } catch (RuntimeException | StackOverflowError | IOException failure) {
            health.failed("answering the API", failure);
            return problem(500, "The tracker failed; its log says why");
        }
    }

    private ApiAnswer answer(ApiRoute.Match match, HttpServletRequest request, Judgement judgement) {
        Set<ApiScope> needed = match.route().scopes(request.getMethod());
        if (!judgement.allows(needed)) {
            String words = needed.stream().map(ApiScope::label).collect(Collectors.joining(" or "));
            throw ApiProblem.forbidden(
                    "You do not have permission to perform this action: the token needs the scope " + words);
        }
        ApiRequest asked = new ApiRequest(request, json, settings.pagesUrl());
        return switch (match.route().area()) {
            case SELF -> self.answer(match, asked);
            case ISSUES -> issues.answer(match, asked);
            case RELEASES -> releases.answer(match, asked);
            case UPLOADS -> uploads.answer(match, asked);
        };
    }

    private ApiAnswer unavailable() {
        return problem(503, "The store cannot be read or written now").with(RETRY_AFTER, STORE_RETRY_SECONDS);
    }

    private static void readAsUtf8(HttpServletRequest request) throws UnsupportedEncodingException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
    }

    private ApiAnswer problem(int status, String detail) {
        return new ApiAnswer(status, json.object().put("detail", detail).build(), Map.of());
    }

    private void send(ApiAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        JsonValue body = answer.body();
        if (body != null) {
            byte[] bytes = json.bytes(body);
            response.setContentType("application/json");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
