package io.errortracker.cdi;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.scope.Scope;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import org.jspecify.annotations.Nullable;

/**
 * A call whose answer is resumed later, by CXF: it answers a failure that it is resumed with and that no mapper wants, and tells nobody
 * but those who asked to be told. Other runtimes tell their log or their listeners.
 */
final class SuspendedCall {
    private static final String CXF = "org.apache.cxf.";

    private SuspendedCall() {}

    /** Asks to be told if the answer of this call may be resumed later. Never throws. */
    static void watch(ScopedErrorTracker tracker, InvocationContext invocation) {
        @Nullable Object[] arguments = invocation.getParameters();
        if (arguments == null) {
            return;
        }
        for (Object argument : arguments) {
            if (argument != null && argument.getClass().getName().startsWith(CXF)) {
                register(tracker, invocation, argument);
            }
        }
    }

    private static void register(ScopedErrorTracker tracker, InvocationContext invocation, Object argument) {
        try {
            if (argument instanceof AsyncResponse response) {
                response.register(
                        new WhenAnswered(tracker, invocation, tracker.scopes().current()));
            }
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("following a suspended answer", failure);
        }
    }

    /** Loaded only where there is an answer to resume, and so JAX-RS. */
    private record WhenAnswered(
            ScopedErrorTracker tracker,
            InvocationContext invocation,
            @Nullable Scope scope) implements CompletionCallback {

        @Override
        public void onComplete(@Nullable Throwable unmapped) {
            if (unmapped == null) {
                return;
            }
            Scope before = tracker.scopes().current();
            tracker.scopes().restore(scope);
            new FailedCall(tracker, invocation).capture(unmapped, false);
            tracker.scopes().restore(before);
        }
    }
}
