package io.errortracker.cdi;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.capture.Sighting;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Captures the exception that one of the application's own mappers is asked for a response to: it may have come from a JAX-RS filter,
 * a parameter or an entity, where no other interceptor sees it. Whether the application dealt with it the response's status tells.
 *
 * @since 0.1.0
 */
@Interceptor
@MapsFailures
@Priority(TrackingInterceptor.PRIORITY)
public class MappedFailureInterceptor implements Serializable {
    private static final long serialVersionUID = 1;

    @AroundInvoke
    @Nullable
    Object aroundInvoke(InvocationContext invocation) throws Exception {
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        if (tracker == null) {
            return invocation.proceed();
        }
        captureMapped(tracker, invocation);
        try {
            return invocation.proceed();
        } catch (Throwable thrown) {
            new FailedCall(tracker, invocation).capture(thrown, false);
            throw thrown;
        }
    }

    private static void captureMapped(ScopedErrorTracker tracker, InvocationContext invocation) {
        try {
            Object[] arguments = invocation.getParameters();
            if (arguments.length == 1 && arguments[0] instanceof Throwable mapped && !Redirects.isRedirect(mapped)) {
                tracker.capturer().capture(mapped, Sighting.of("jaxrs", null));
            }
        } catch (Throwable failure) {
            tracker.capturer().failed("capturing a mapped exception", failure);
        }
    }
}
