package io.errortracker.jaxrs;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.capture.Sighting;
import io.errortracker.cdi.Redirects;
import io.errortracker.scope.Scope;
import io.errortracker.servlet.TrackerFilter;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Listens to Jersey, which tells of every exception before it looks for a mapper: of resources, filters, parameters and entities.
 *
 * <p>Loaded only where the server has Jersey.
 */
final class JerseyFailures implements ApplicationEventListener, RequestEventListener {
    private static final String WRAPPER = "org.glassfish.jersey.server.internal.process.MappableException";

    @Override
    public void onEvent(ApplicationEvent event) {
        // an application that starts or stops has not failed
    }

    @Override
    public @Nullable RequestEventListener onRequest(RequestEvent event) {
        return GlobalErrorTracker.running() == null ? null : this;
    }

    @Override
    public void onEvent(RequestEvent event) {
        if (event.getType() != RequestEvent.Type.ON_EXCEPTION) {
            return;
        }
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        if (tracker != null) {
            capture(tracker, event);
        }
    }

    private static void capture(ScopedErrorTracker tracker, RequestEvent event) {
        try {
            Throwable thrown = unwrapped(event.getException());
            if (thrown != null && !Redirects.isRedirect(thrown)) {
                // the request may have been resumed on a thread that nobody knows
                Scope scope = TrackerFilter.find(event.getContainerRequest()::getProperty);
                tracker.scopes().run(scope, () -> tracker.capturer().capture(thrown, Sighting.of("jaxrs", null)));
            }
        } catch (Throwable failure) {
            tracker.capturer().failed("capturing what Jersey caught", failure);
        }
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable thrown) {
        return thrown != null
                        && thrown.getCause() != null
                        && thrown.getClass().getName().equals(WRAPPER)
                ? thrown.getCause()
                : thrown;
    }
}
