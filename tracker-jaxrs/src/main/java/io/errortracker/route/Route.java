package io.errortracker.route;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The route of a resource method.
 *
 * @param method {@code GET}; null when the method is that of the request
 * @param path template below the application's path, begins with a slash unless it is empty: {@code /orders/{id}}
 * @since 0.1.0
 */
public record Route(@Nullable String method, String path) {

    /** Reads the annotations of both, or of what they inherit from. */
    public static Route of(Class<?> resource, Method method) {
        String ofClass = inHierarchy(resource, Route::pathOf);
        String ofMethod = inHierarchy(resource, type -> pathOf(same(method, type)));
        return new Route(
                inHierarchy(resource, type -> httpMethodOf(same(method, type))),
                template(ofClass) + template(ofMethod));
    }

    /** {@code GET /api/orders/{id}} */
    public String name(String requestMethod, String applicationPath) {
        String whole = template(applicationPath) + path;
        return (method == null ? requestMethod : method) + " " + (whole.isEmpty() ? "/" : whole);
    }

    /** A path with a slash before and none after it, and without the regular expressions of its parameters. */
    private static String template(@Nullable String path) {
        if (path == null) {
            return "";
        }
        StringBuilder template = new StringBuilder(path.length() + 1);
        int depth = 0;
        boolean inExpression = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                inExpression &= depth > 0;
            } else if (c == ':' && depth == 1) {
                inExpression = true;
            }
            boolean isBlankInParameter = depth > 0 && Character.isWhitespace(c);
            if (!inExpression && !isBlankInParameter) {
                template.append(c);
            }
        }
        return withSlashBefore(template);
    }

    private static String withSlashBefore(StringBuilder template) {
        int end = template.length();
        while (end > 0 && template.charAt(end - 1) == '/') {
            end--;
        }
        int start = 0;
        while (start < end && template.charAt(start) == '/') {
            start++;
        }
        return start == end ? "" : "/" + template.substring(start, end);
    }

    private static @Nullable String pathOf(@Nullable AnnotatedElement element) {
        Path path = element == null ? null : element.getAnnotation(Path.class);
        return path == null ? null : path.value();
    }

    private static @Nullable String httpMethodOf(@Nullable Method method) {
        if (method == null) {
            return null;
        }
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod httpMethod = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (httpMethod != null) {
                return httpMethod.value();
            }
        }
        return null;
    }

    private static @Nullable Method same(Method method, Class<?> type) {
        try {
            return type.getDeclaredMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    /** What is found first in a class, its parents and their interfaces; null when nothing is. */
    private static @Nullable String inHierarchy(Class<?> type, Function<Class<?>, @Nullable String> find) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            String found = find.apply(at);
            if (found != null) {
                return found;
            }
        }
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Class<?> implemented : at.getInterfaces()) {
                String found = inInterface(implemented, find);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable String inInterface(Class<?> type, Function<Class<?>, @Nullable String> find) {
        String found = find.apply(type);
        if (found != null) {
            return found;
        }
        for (Class<?> parent : type.getInterfaces()) {
            found = inInterface(parent, find);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
