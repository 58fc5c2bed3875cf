package io.errortracker.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;

/**
 * The ways into an application that lead through one class.
 *
 * @param wholeClass whether each of its methods is one
 * @param methods those of its methods that are one
 * @param mappers methods that make a response of an exception
 */
record Entrances(boolean wholeClass, Set<Method> methods, Set<Method> mappers) {
    private static final Entrances NONE = new Entrances(false, Set.of(), Set.of());
    private static final Set<String> EXTRAS = Set.of("jakarta.interceptor.Interceptor", "jakarta.decorator.Decorator");
    private static final Set<String> EVENTS =
            Set.of("jakarta.enterprise.event.Observes", "jakarta.enterprise.event.ObservesAsync");
    private static final String ASYNCHRONOUS = "jakarta.enterprise.concurrent.Asynchronous";
    private static final String MAPPER = "jakarta.ws.rs.ext.ExceptionMapper";

    static Entrances of(AnnotatedType<?> type) {
        Class<?> javaClass = type.getJavaClass();
        if (javaClass.isInterface() || javaClass.isAnnotation() || isExtra(type)) {
            return NONE;
        }
        if (Marks.isEjb(javaClass)) {
            return new Entrances(true, Set.of(), Set.of());
        }
        if (!isInterceptable(javaClass)) {
            return NONE;
        }
        if (Marks.isResource(javaClass)) {
            return new Entrances(true, Set.of(), Set.of());
        }
        return ofMethods(type, Marks.isA(javaClass, MAPPER));
    }

    private static Entrances ofMethods(AnnotatedType<?> type, boolean isMapper) {
        Set<Method> methods = new HashSet<>();
        Set<Method> mappers = new HashSet<>();
        for (AnnotatedMethod<?> method : type.getMethods()) {
            Method javaMethod = method.getJavaMember();
            if (!isInterceptable(javaMethod)) {
                continue;
            }
            if (observes(method) || Marks.has(method, Set.of(ASYNCHRONOUS))) {
                methods.add(javaMethod);
            }
            if (isMapper && makesResponse(javaMethod)) {
                mappers.add(javaMethod);
            }
        }
        return new Entrances(false, methods, mappers);
    }

    boolean isNone() {
        return !wholeClass && methods.isEmpty() && mappers.isEmpty();
    }

    private static boolean isExtra(AnnotatedType<?> type) {
        return Marks.has(type, EXTRAS);
    }

    private static boolean observes(AnnotatedMethod<?> method) {
        for (AnnotatedParameter<?> parameter : method.getParameters()) {
            if (Marks.has(parameter, EVENTS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean makesResponse(Method method) {
        return method.getName().equals("toResponse")
                && method.getParameterCount() == 1
                && Throwable.class.isAssignableFrom(method.getParameterTypes()[0]);
    }

    /** Whether containers can put a subclass before it: they refuse the deployment if an intercepted class does not allow that. */
    private static boolean isInterceptable(Class<?> type) {
        return !Modifier.isFinal(type.getModifiers())
                && !type.isEnum()
                && !type.isRecord()
                && hasUsableConstructor(type)
                && !hasFinalMethods(type);
    }

    private static boolean hasUsableConstructor(Class<?> type) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            boolean isForTheContainer =
                    constructor.getParameterCount() == 0 || constructor.isAnnotationPresent(Inject.class);
            if (isForTheContainer && !Modifier.isPrivate(constructor.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFinalMethods(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                int modifiers = method.getModifiers();
                if (Modifier.isFinal(modifiers) && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInterceptable(Method method) {
        int modifiers = method.getModifiers();
        return !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers);
    }
}
