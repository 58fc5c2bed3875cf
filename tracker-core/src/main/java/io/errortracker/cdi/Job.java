package io.errortracker.cdi;

import io.errortracker.scope.Surroundings;
import jakarta.interceptor.InvocationContext;

/** A call that no request led to: what it is called is only worked out when it fails. */
record Job(InvocationContext invocation) implements Surroundings {

    /** {@code OrderTimer.tick} */
    @Override
    public String entryPoint() {
        return Calls.target(invocation).getSimpleName() + "."
                + invocation.getMethod().getName();
    }
}
