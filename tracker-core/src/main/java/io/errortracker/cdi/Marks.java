package io.errortracker.cdi;

import jakarta.enterprise.inject.spi.Annotated;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.function.Predicate;

/** Annotations and types by their names: a server need not have all of them. */
final class Marks {
    private static final Set<String> RESOURCE = Set.of("jakarta.ws.rs.Path");
    private static final Set<String> EJB = Set.of(
            "jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");
    private static final Set<String> TRANSACTIONAL = Set.of("jakarta.transaction.Transactional");

    private Marks() {}

    /** Whether it is a JAX-RS resource: marked itself, or by a class or interface that it inherits from. */
    static boolean isResource(Class<?> type) {
        return anyOfHierarchy(type, at -> has(at.getAnnotations(), RESOURCE));
    }

    static boolean isEjb(Class<?> type) {
        return has(type.getAnnotations(), EJB);
    }

    /** Whether a class or method is marked as {@code @Transactional}, itself or by a stereotype. */
    static boolean isTransactional(Annotated element) {
        if (has(element, TRANSACTIONAL)) {
            return true;
        }
        for (Annotation annotation : element.getAnnotations()) {
            if (has(annotation.annotationType().getAnnotations(), TRANSACTIONAL)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it extends or implements what has this name. */
    static boolean isA(Class<?> type, String name) {
        return anyOfHierarchy(type, at -> at.getName().equals(name));
    }

    static boolean has(Annotated element, Set<String> names) {
        for (Annotation annotation : element.getAnnotations()) {
            if (names.contains(annotation.annotationType().getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Annotation[] annotations, Set<String> names) {
        for (Annotation annotation : annotations) {
            if (names.contains(annotation.annotationType().getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyOfHierarchy(Class<?> type, Predicate<Class<?>> test) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (test.test(at)) {
                return true;
            }
            for (Class<?> implemented : at.getInterfaces()) {
                if (anyOfHierarchy(implemented, test)) {
                    return true;
                }
            }
        }
        return false;
    }
}
