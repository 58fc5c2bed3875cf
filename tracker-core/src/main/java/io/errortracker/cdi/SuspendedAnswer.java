package io.errortracker.cdi;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.scope.Scope;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the {@code AsyncResponse} that a resource method answers with, perhaps from a thread that nobody knows: what happens
 * while the request is resumed, happens in its scope, and a failure it is resumed with is seen. It has every interface of the runtime's
 * own object.
 */
record SuspendedAnswer(ScopedErrorTracker tracker, InvocationContext invocation, Scope scope, Object answer)
        implements InvocationHandler {
    private static final String ASYNC_RESPONSE = "jakarta.ws.rs.container.AsyncResponse";

    /** Puts one before each suspended answer among the arguments. */
    static void watch(ScopedErrorTracker tracker, InvocationContext invocation) {
        Scope scope = tracker.scopes().current();
        if (scope == null || !takesOne(invocation.getMethod())) {
            return;
        }
        try {
            @Nullable Object[] arguments = invocation.getParameters();
            for (int i = 0; i < arguments.length; i++) {
                Object argument = arguments[i];
                if (argument != null && Marks.isA(argument.getClass(), ASYNC_RESPONSE)) {
                    arguments[i] = new SuspendedAnswer(tracker, invocation, scope, argument).asItsTypes();
                }
            }
            invocation.setParameters(arguments);
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("following a suspended answer", failure);
        }
    }

    /** The runtime's own object, if an argument is one of ours. */
    static @Nullable Object unwrapped(@Nullable Object argument) {
        return argument != null
                        && Proxy.isProxyClass(argument.getClass())
                        && Proxy.getInvocationHandler(argument) instanceof SuspendedAnswer ours
                ? ours.answer
                : argument;
    }

    private static boolean takesOne(@Nullable Method method) {
        if (method == null || method.getParameterCount() == 0) {
            return false;
        }
        for (Class<?> parameter : method.getParameterTypes()) {
            if (parameter.getName().equals(ASYNC_RESPONSE)) {
                return true;
            }
        }
        return false;
    }

    private Object asItsTypes() {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> at = answer.getClass(); at != null; at = at.getSuperclass()) {
            interfaces.addAll(Set.of(at.getInterfaces()));
        }
        return Proxy.newProxyInstance(answer.getClass().getClassLoader(), interfaces.toArray(Class<?>[]::new), this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (!method.getName().equals("resume")) {
            return pass(method, arguments);
        }
        Scope before = tracker.scopes().bind(scope);
        try {
            if (arguments != null && arguments.length == 1 && arguments[0] instanceof Throwable failure) {
                new FailedCall(tracker, invocation).capture(failure, null);
            }
            return pass(method, arguments);
        } finally {
            tracker.scopes().restore(before);
        }
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(answer, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
