package io.errortracker.cdi;

import io.errortracker.Sensitive;
import io.errortracker.capture.ArgumentRenderer;
import io.errortracker.capture.ArgumentRenderer.Parameter;
import io.errortracker.capture.CallFrame;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an intercepted call tells about itself. */
final class Calls {
    private static final String JAX_RS = "jakarta.ws.rs.";

    private Calls() {}

    /** The class of the application that is called, not the container's subclass of it. */
    static Class<?> target(InvocationContext invocation) {
        Object target = invocation.getTarget();
        Class<?> type = target == null ? invocation.getMethod().getDeclaringClass() : target.getClass();
        while (isGenerated(type) && type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            type = type.getSuperclass();
        }
        return isGenerated(type) ? invocation.getMethod().getDeclaringClass() : type;
    }

    private static boolean isGenerated(Class<?> type) {
        return type.isSynthetic()
                || type.getName().contains("$$")
                || type.getName().contains("$Proxy$");
    }

    /** The method and its arguments; null when arguments are not to be told. */
    static @Nullable CallFrame frame(InvocationContext invocation, ArgumentRenderer renderer) {
        @Nullable Object[] arguments = invocation.getParameters();
        if (renderer.mode() == ArgumentRenderer.Mode.OFF || arguments == null) {
            return null;
        }
        Method method = invocation.getMethod();
        @Nullable
        Object[] given =
                Arrays.stream(arguments).map(SuspendedAnswer::unwrapped).toArray();
        return new CallFrame(
                method.getDeclaringClass().getName(), method.getName(), renderer.render(parameters(method), given));
    }

    private static List<Parameter> parameters(Method method) {
        boolean[] sensitive = new boolean[method.getParameterCount()];
        markSensitive(method, method.getDeclaringClass(), sensitive);
        List<Parameter> parameters = new ArrayList<>(sensitive.length);
        java.lang.reflect.Parameter[] declared = method.getParameters();
        for (int i = 0; i < declared.length; i++) {
            parameters.add(new Parameter(declared[i].getName(), sensitive[i]));
        }
        return parameters;
    }

    /** Looks at the method and at those it overrides: a mark on an interface counts too. */
    private static void markSensitive(Method method, @Nullable Class<?> type, boolean[] sensitive) {
        if (type == null || type == Object.class) {
            return;
        }
        try {
            Annotation[][] marks = type.getDeclaredMethod(method.getName(), method.getParameterTypes())
                    .getParameterAnnotations();
            for (int i = 0; i < marks.length; i++) {
                sensitive[i] |= isSensitive(marks[i]);
            }
        } catch (NoSuchMethodException notHere) {
            // one of its parents may declare it
        }
        markSensitive(method, type.getSuperclass(), sensitive);
        for (Class<?> implemented : type.getInterfaces()) {
            markSensitive(method, implemented, sensitive);
        }
    }

    private static boolean isSensitive(Annotation[] marks) {
        for (Annotation mark : marks) {
            if (mark instanceof Sensitive || isSecretPartOfRequest(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Cookies and headers, whose values are never stored, and what bears a name that speaks of secrets in the request. */
    private static boolean isSecretPartOfRequest(Annotation mark) {
        Class<? extends Annotation> type = mark.annotationType();
        if (!type.getName().startsWith(JAX_RS)) {
            return false;
        }
        return switch (type.getSimpleName()) {
            case "CookieParam", "HeaderParam" -> true;
            case "FormParam", "QueryParam", "PathParam", "MatrixParam" -> speaksOfSecrets(mark);
            default -> false;
        };
    }

    private static boolean speaksOfSecrets(Annotation mark) {
        try {
            Object name = mark.annotationType().getMethod("value").invoke(mark);
            return ArgumentRenderer.speaksOfSecrets(String.valueOf(name));
        } catch (ReflectiveOperationException unreadable) {
            return true;
        }
    }
}
