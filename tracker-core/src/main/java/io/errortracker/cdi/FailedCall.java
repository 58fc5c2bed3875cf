package io.errortracker.cdi;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.capture.Sighting;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An intercepted call that threw. */
record FailedCall(ScopedErrorTracker tracker, InvocationContext invocation) {

    /**
     * Captures what was thrown. Never throws.
     *
     * @param handled null when the answer's status tells
     */
    void capture(Throwable thrown, @Nullable Boolean handled) {
        try {
            if (!Redirects.isRedirect(thrown)) {
                tracker.capturer()
                        .capture(thrown, Sighting.of(mechanism(), handled).costly(sighting -> look(sighting, thrown)));
            }
        } catch (Throwable failure) {
            tracker.capturer().failed("capturing a failed call", failure);
        }
    }

    private String mechanism() {
        Class<?> target = Calls.target(invocation);
        if (Marks.isResource(target)) {
            return "jaxrs";
        }
        return Marks.isEjb(target) ? "ejb" : "cdi";
    }

    private Sighting look(Sighting sighting, Throwable thrown) {
        Map<String, Object> transaction = Transactions.of(invocation, thrown);
        return sighting.call(Calls.frame(invocation, tracker.arguments()))
                .contexts(transaction.isEmpty() ? Map.of() : Map.of("jta", transaction));
    }
}
