package io.errortracker.jaxrs;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;

/**
 * Registers what sees failures inside the JAX-RS runtime, and what sees the calls of its clients. Found by the runtime through
 * {@code ServiceLoader}.
 *
 * <p>No exception mapper: where one is present, runtimes no longer leave unmapped exceptions to the container, and the answer changes.
 * Jersey tells its listeners of each exception instead; RESTEasy tells its log.
 *
 * @since 0.1.0
 */
public final class TrackerFeature implements Feature {
    private static final String JERSEY = "org.glassfish.jersey.server.monitoring.ApplicationEventListener";

    @Override
    public boolean configure(FeatureContext context) {
        try {
            if (context.getConfiguration().getRuntimeType() == RuntimeType.CLIENT) {
                context.register(new ClientBreadcrumbs());
            } else if (isJersey()) {
                context.register(new JerseyFailures());
            } else {
                return false;
            }
            return true;
        } catch (RuntimeException | LinkageError failure) {
            System.getLogger(TrackerFeature.class.getName())
                    .log(Level.WARNING, "Error Tracker cannot listen to JAX-RS", failure);
            return false;
        }
    }

    private static boolean isJersey() {
        try {
            Class.forName(JERSEY, false, TrackerFeature.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError other) {
            return false;
        }
    }
}
