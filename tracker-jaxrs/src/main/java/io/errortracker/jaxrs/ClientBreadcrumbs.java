package io.errortracker.jaxrs;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.Level;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a breadcrumb for each call that the application makes through a JAX-RS client while a request or job is at work: one when it asks,
 * for the call may never be answered, and one when the answer tells of an error. Changes neither. Queries and user information of
 * addresses are left out.
 *
 * <p>Jersey's clients get it of {@link TrackerFeature}; those of RESTEasy ask for no such features and find it by its own list of providers.
 * Thread-safe.
 *
 * @since 0.1.0
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class ClientBreadcrumbs implements ClientRequestFilter, ClientResponseFilter {
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public void filter(ClientRequestContext request) {
        ScopedErrorTracker tracker = working();
        if (tracker == null) {
            return;
        }
        try {
            tracker.capturer().addBreadcrumb(asked(request));
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("noting what a REST client asks", failure);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        ScopedErrorTracker tracker = working();
        if (tracker == null || response.getStatus() < FIRST_ERROR) {
            return;
        }
        try {
            tracker.capturer()
                    .addBreadcrumb(asked(request)
                            .level(response.getStatus() < FIRST_SERVER_ERROR ? Level.WARNING : Level.ERROR)
                            .data("status_code", response.getStatus()));
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("noting what a REST client was answered", failure);
        }
    }

    private static Breadcrumb asked(ClientRequestContext request) {
        URI uri = request.getUri();
        return new Breadcrumb(null, "http", "http", null, Level.INFO, Map.of())
                .data("method", request.getMethod())
                .data("url", withoutSecrets(uri));
    }

    private static String withoutSecrets(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }

    private static @Nullable ScopedErrorTracker working() {
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        return tracker == null || tracker.scopes().current() == null ? null : tracker;
    }
}
