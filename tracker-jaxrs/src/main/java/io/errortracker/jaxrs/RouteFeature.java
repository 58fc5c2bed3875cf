package io.errortracker.jaxrs;

import io.errortracker.route.Route;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;

/**
 * Gives each resource method a filter that knows its route. Found by the JAX-RS runtime through {@code ServiceLoader}.
 *
 * @since 0.1.0
 */
public final class RouteFeature implements DynamicFeature {
    /** Before every filter of the application: what fails in one of them has a route too. */
    private static final int FIRST = 0;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        try {
            if (resource.getResourceClass() != null && resource.getResourceMethod() != null) {
                context.register(
                        new RouteFilter(Route.of(resource.getResourceClass(), resource.getResourceMethod())), FIRST);
            }
        } catch (RuntimeException | LinkageError failure) {
            System.getLogger(RouteFeature.class.getName())
                    .log(Level.DEBUG, "Error Tracker does not know the route of {0}", resource.getResourceMethod());
        }
    }
}
