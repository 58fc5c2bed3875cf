package io.errortracker.servlet;

import io.errortracker.event.Request;
import io.errortracker.event.User;
import io.errortracker.route.CxfRoute;
import io.errortracker.scope.Surroundings;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP request tells about itself, read only when something fails: never its body, its parameters or its session. The request
 * is let go of when it is answered, for containers use their request objects again; and while it is worked for asynchronously, when nobody
 * knows whether it is answered yet: what it tells is read before that.
 *
 * <p>For the threads that work for the request, one after the other; what it tells may be asked by any thread.
 *
 * @since 0.1.0
 */
public final class RequestSurroundings implements Surroundings {
    private static final int SERVER_ERROR = 500;

    private final boolean tellsAddress;
    private volatile @Nullable HttpServletRequest request;
    private volatile @Nullable HttpServletResponse response;
    private volatile @Nullable Request told;
    private volatile Facts facts = Facts.NONE;
    private volatile @Nullable Throwable escaped;
    private volatile @Nullable String route;

    /** What a request told before it was let go of. */
    private record Facts(
            @Nullable String contextPath,
            @Nullable User user,
            @Nullable String entryPoint,
            Map<String, Map<String, Object>> contexts) {
        static final Facts NONE = new Facts(null, null, null, Map.of());
    }

    RequestSurroundings(HttpServletRequest request, HttpServletResponse response, boolean tellsAddress) {
        this.request = request;
        this.response = response;
        this.tellsAddress = tellsAddress;
    }

    /** Goes on with the request as it is dispatched now. */
    void attach(HttpServletRequest dispatched, HttpServletResponse answer) {
        request = dispatched;
        response = answer;
        escaped = null;
    }

    /** Lets go of the request until it is dispatched once more; what it tells stays known. */
    void suspend() {
        request();
        facts = new Facts(contextPath(), user(), entryPoint(), contexts());
        request = null;
    }

    /** Lets go of the request. */
    void detach() {
        request = null;
        response = null;
        escaped = null;
    }

    /** Notes what escaped from the request, which is not answered yet. */
    void escaped(Throwable thrown) {
        escaped = thrown;
    }

    /** What escaped; null when nothing did. */
    @Nullable
    Throwable escaped() {
        return escaped;
    }

    /**
     * The status of the answer; 0 when unknown.
     *
     * @param hasEscaped whether the container answers for what escaped: some set the status only after that
     */
    int status(boolean hasEscaped) {
        HttpServletResponse answer = response;
        if (answer == null) {
            return 0;
        }
        try {
            int status = answer.getStatus();
            return hasEscaped && status < 400 && !answer.isCommitted() ? SERVER_ERROR : status;
        } catch (RuntimeException recycled) {
            return 0;
        }
    }

    /** The context path; null when the request is over. */
    public @Nullable String contextPath() {
        HttpServletRequest asked = request;
        return asked == null ? facts.contextPath : asked.getContextPath();
    }

    @Override
    public @Nullable Request request() {
        HttpServletRequest asked = request;
        if (told == null && asked != null) {
            told = new Request(asked.getMethod(), url(asked), query(asked), AllowedHeaders.of(asked));
        }
        return told;
    }

    @Override
    public @Nullable User user() {
        HttpServletRequest asked = request;
        if (asked == null) {
            return facts.user;
        }
        Principal principal = asked.getUserPrincipal();
        String name = principal == null ? asked.getRemoteUser() : principal.getName();
        User user = name == null ? null : User.withUsername(name);
        if (!tellsAddress) {
            return user;
        }
        return (user == null ? new User(null, null, null, null, Map.of()) : user).ipAddress(asked.getRemoteAddr());
    }

    /** {@code GET /reports/*}: the method and what the servlet is mapped to, unless CXF knows the route, or knew it before. */
    @Override
    public @Nullable String entryPoint() {
        HttpServletRequest asked = request;
        if (route == null && asked != null) {
            route = CxfRoute.current(asked.getMethod(), asked.getContextPath());
        }
        if (route != null) {
            return route;
        }
        return asked == null ? facts.entryPoint : mapping(asked);
    }

    private static String mapping(HttpServletRequest asked) {
        HttpServletMapping mapping = asked.getHttpServletMapping();
        String path =
                mapping.getMappingMatch() == MappingMatch.EXTENSION ? asked.getServletPath() : mapping.getPattern();
        return path == null || path.isEmpty() ? asked.getMethod() + " /" : asked.getMethod() + " " + path;
    }

    @Override
    public Map<String, Map<String, Object>> contexts() {
        HttpServletRequest asked = request;
        return asked == null ? facts.contexts : IncomingTrace.contexts(asked::getHeader);
    }

    /** What the client asked for, without its query; of a dispatched request what it was before. */
    private static String url(HttpServletRequest request) {
        String before = original(
                request,
                RequestDispatcher.ERROR_REQUEST_URI,
                RequestDispatcher.FORWARD_REQUEST_URI,
                AsyncContext.ASYNC_REQUEST_URI);
        String url = request.getRequestURL().toString();
        return Urls.withoutUserInfo(before == null ? url : Urls.origin(url) + before);
    }

    private static @Nullable String query(HttpServletRequest request) {
        String before = original(
                request,
                "jakarta.servlet.error.query_string",
                RequestDispatcher.FORWARD_QUERY_STRING,
                AsyncContext.ASYNC_QUERY_STRING);
        return before == null ? request.getQueryString() : before;
    }

    private static @Nullable String original(HttpServletRequest request, String... attributes) {
        for (String attribute : attributes) {
            if (request.getAttribute(attribute) instanceof String value) {
                return value;
            }
        }
        return null;
    }
}
