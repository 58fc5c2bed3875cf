package io.errortracker.servlet;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.capture.Sighting;
import io.errortracker.scope.Scope;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a scope, binds it to whichever thread works for the request, captures what escapes from filters, servlets and
 * pages, and goes on throwing it. Passes request and response on as they are and reads nothing from them that could be missed later.
 *
 * <p>To be the first of all filters, for the dispatcher types {@code REQUEST}, {@code ASYNC} and {@code ERROR}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TrackerFilter implements Filter {
    static final String SCOPE = "io.errortracker.scope";
    private static final String MECHANISM = "servlet";

    private final Supplier<@Nullable ScopedErrorTracker> running;
    private final boolean tellsAddresses;

    /**
     * @param running the application's tracker; gives null while none runs, then the filter only passes on
     * @param tellsAddresses whether the client's address is stored
     */
    public TrackerFilter(Supplier<@Nullable ScopedErrorTracker> running, boolean tellsAddresses) {
        this.running = running;
        this.tellsAddresses = tellsAddresses;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ScopedErrorTracker tracker = running.get();
        Scope scope = tracker == null ? null : scopeOf(tracker, request, response);
        if (tracker == null || scope == null) {
            chain.doFilter(request, response);
            return;
        }
        Scope before = tracker.scopes().bind(scope);
        if (before == scope) {
            chain.doFilter(request, response);
            return;
        }
        Throwable escaped = null;
        try {
            chain.doFilter(request, response);
        } catch (Throwable thrown) {
            escaped = thrown;
            capture(tracker, thrown);
            throw thrown;
        } finally {
            end(tracker, scope, request, response, escaped);
            tracker.scopes().restore(before);
        }
    }

    /** The request's scope, opened; null when there is nothing to track. */
    private @Nullable Scope scopeOf(ScopedErrorTracker tracker, ServletRequest request, ServletResponse response) {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            return null;
        }
        try {
            Scope known = find(request);
            if (known != null) {
                return goOn(tracker, known, http, answer);
            }
            return open(tracker, http, answer);
        } catch (Throwable failure) {
            tracker.capturer().failed("opening the scope of a request", failure);
            return new Scope(new RequestSurroundings(http, answer, tellsAddresses));
        }
    }

    private Scope open(ScopedErrorTracker tracker, HttpServletRequest request, HttpServletResponse response) {
        Scope opened = new Scope(new RequestSurroundings(request, response, tellsAddresses));
        request.setAttribute(SCOPE, opened);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            captureErrorOf(tracker, request, opened);
        }
        return opened;
    }

    /** A request that is dispatched once more. */
    private static Scope goOn(
            ScopedErrorTracker tracker, Scope scope, HttpServletRequest request, HttpServletResponse response) {
        if (tracker.scopes().current() != scope) {
            scope.reopen();
            ((RequestSurroundings) scope.surroundings()).attach(request, response);
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            captureErrorOf(tracker, request, scope);
        }
        return scope;
    }

    /** The scope that a request has; null when it has none of ours. */
    static @Nullable Scope find(ServletRequest request) {
        return find(request::getAttribute);
    }

    /**
     * The scope that a request has; null when it has none of ours.
     *
     * @param attributes the request's, by name
     */
    public static @Nullable Scope find(Function<String, @Nullable Object> attributes) {
        return attributes.apply(SCOPE) instanceof Scope scope && scope.surroundings() instanceof RequestSurroundings
                ? scope
                : null;
    }

    /** What the container dispatches to an error page for, if no filter saw it: thrown asynchronously, or before this filter. */
    private static void captureErrorOf(ScopedErrorTracker tracker, ServletRequest request, Scope scope) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            tracker.scopes().run(scope, () -> capture(tracker, thrown));
        }
    }

    private static void capture(ScopedErrorTracker tracker, Throwable thrown) {
        try {
            if (!isMissingFile(thrown)) {
                tracker.capturer().capture(thrown, Sighting.of(MECHANISM, false));
            }
        } catch (Throwable failure) {
            tracker.capturer().failed("capturing what escaped a servlet", failure);
        }
    }

    /** Open Liberty throws this through the filters for each file that is not there, and answers 404. */
    private static boolean isMissingFile(Throwable thrown) {
        Throwable missing = thrown instanceof ServletException wrapped ? wrapped.getRootCause() : thrown;
        String message = missing instanceof FileNotFoundException ? missing.getMessage() : null;
        return message != null && message.startsWith("SRVE0190E");
    }

    /**
     * Closes the scope if the request ends with this dispatch. What escaped is not answered yet: an error page or the end of the
     * request closes the scope then.
     */
    private static void end(
            ScopedErrorTracker tracker,
            Scope scope,
            ServletRequest request,
            ServletResponse response,
            @Nullable Throwable escaped) {
        try {
            if (request.isAsyncStarted()) {
                suspend(tracker, scope);
                request.getAsyncContext()
                        .addListener(new CloseWhenComplete(tracker, scope), request, new StatusKept(response));
            } else if (escaped == null) {
                close(scope, false);
            } else {
                ((RequestSurroundings) scope.surroundings()).escaped(escaped);
            }
        } catch (Throwable failure) {
            // such as an asynchronous request that was completed by another thread just now
            closeAnyway(tracker, scope, escaped != null);
        }
    }

    /** While the container waits, the request object still is the client's; later it may be another's. */
    private static void suspend(ScopedErrorTracker tracker, Scope scope) {
        try {
            ((RequestSurroundings) scope.surroundings()).suspend();
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("asking a request that goes on asynchronously", failure);
        }
    }

    private static void closeAnyway(ScopedErrorTracker tracker, Scope scope, boolean failed) {
        try {
            close(scope, failed);
        } catch (Throwable failure) {
            tracker.capturer().failed("closing the scope of a request", failure);
        }
    }

    /** Closes the scope of a request that failed, when nothing of the container's will work for it any more. */
    static void endFailed(ScopedErrorTracker tracker, ServletRequest request) {
        try {
            Scope scope = find(request);
            if (scope != null && ((RequestSurroundings) scope.surroundings()).escaped() != null && !isAsync(request)) {
                close(scope, true);
            }
        } catch (Throwable failure) {
            tracker.capturer().failed("closing the scope of a request", failure);
        }
    }

    /** Whether this very throwable escaped through the filter. */
    static boolean hasSeenEscape(ServletRequest request, Throwable thrown) {
        Scope scope = find(request);
        return scope != null && ((RequestSurroundings) scope.surroundings()).escaped() == thrown;
    }

    private static boolean isAsync(ServletRequest request) {
        try {
            return request.isAsyncStarted();
        } catch (IllegalStateException inTrouble) {
            return false;
        }
    }

    private static void close(Scope scope, boolean failed) {
        RequestSurroundings surroundings = (RequestSurroundings) scope.surroundings();
        scope.close(surroundings.status(failed));
        surroundings.detach();
    }

    /** GlassFish sets the status of the response that a listener came with to 200, each time before it tells the listener anything. */
    private static final class StatusKept extends HttpServletResponseWrapper {
        StatusKept(ServletResponse response) {
            super((HttpServletResponse) response);
        }

        @Override
        public void setStatus(int status) {
            // whoever answers has the response itself
        }
    }

    /** Closes the scope when an asynchronous request is answered, and captures what made it fail. */
    private record CloseWhenComplete(ScopedErrorTracker tracker, Scope scope) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            closeAnyway(tracker, scope, false);
        }

        @Override
        public void onError(AsyncEvent event) {
            Throwable thrown = event.getThrowable();
            if (thrown != null) {
                tracker.scopes().run(scope, () -> capture(tracker, thrown));
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // the container answers, and completes
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // the filter listens to each dispatch anew
        }
    }
}
