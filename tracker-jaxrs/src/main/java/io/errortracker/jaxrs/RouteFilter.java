package io.errortracker.jaxrs;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.route.Route;
import io.errortracker.scope.Scope;
import io.errortracker.servlet.RequestSurroundings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Names the entry point of each request that reaches its resource method. */
final class RouteFilter implements ContainerRequestFilter {
    private final Route route;

    /** The same for every request but {@code HEAD} and {@code OPTIONS}; worked out with the first. */
    private volatile @Nullable String name;

    RouteFilter(Route route) {
        this.route = route;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        Scope scope = tracker == null ? null : tracker.scopes().current();
        if (tracker == null || scope == null) {
            return;
        }
        try {
            String known = name;
            if (known == null) {
                known = route.name(request.getMethod(), applicationPath(request, scope));
                name = known;
            }
            scope.nameEntryPoint(known);
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("naming a route", failure);
        }
    }

    /** Where the JAX-RS application lies below the context path. */
    private static String applicationPath(ContainerRequestContext request, Scope scope) {
        String base = request.getUriInfo().getBaseUri().getPath();
        String context = scope.surroundings() instanceof RequestSurroundings web ? web.contextPath() : null;
        return context != null && base.startsWith(context) ? base.substring(context.length()) : base;
    }
}
