package io.errortracker.cdi;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.Tracked;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Scopes;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Captures what an intercepted method throws, with its arguments, and goes on throwing it. Where no request is at work, as in a timer
 * or an asynchronous method, the call gets a scope of its own.
 *
 * <p>Stands outside of retries, transactions and the application's own interceptors, so it sees what comes out of all of them; but
 * inside of {@code jakarta.enterprise.concurrent.Asynchronous}, which calls the method on another thread.
 *
 * @since 0.1.0
 */
@Interceptor
@Tracked
@Priority(TrackingInterceptor.PRIORITY)
public class TrackingInterceptor implements Serializable {
    static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 10;
    private static final long serialVersionUID = 1;

    @AroundInvoke
    @Nullable
    Object aroundInvoke(InvocationContext invocation) throws Exception {
        return track(invocation);
    }

    @AroundTimeout
    @Nullable
    Object aroundTimeout(InvocationContext invocation) throws Exception {
        return track(invocation);
    }

    private static @Nullable Object track(InvocationContext invocation) throws Exception {
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        if (tracker == null) {
            return invocation.proceed();
        }
        return tracker.scopes().current() == null
                ? proceedInOwnScope(tracker, invocation)
                : proceed(tracker, invocation, null);
    }

    private static @Nullable Object proceedInOwnScope(ScopedErrorTracker tracker, InvocationContext invocation)
            throws Exception {
        Scopes scopes = tracker.scopes();
        Scope scope = new Scope(new Job(invocation));
        Scope before = scopes.bind(scope);
        try {
            return proceed(tracker, invocation, false);
        } finally {
            scopes.restore(before);
            scope.close(0);
        }
    }

    private static @Nullable Object proceed(
            ScopedErrorTracker tracker, InvocationContext invocation, @Nullable Boolean handled) throws Exception {
        SuspendedAnswer.watch(tracker, invocation);
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable thrown) {
            new FailedCall(tracker, invocation).capture(thrown, handled);
            throw thrown;
        }
        return PendingResult.watched(tracker, invocation, result);
    }
}
