package io.errortracker.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds the interceptor that looks at the transaction which the container began for a call. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Transacted {

    /** To be added wherever the application says {@code @Transactional}. */
    @SuppressWarnings("ClassExplicitlyAnnotation") // what an annotation literal is
    final class Literal extends AnnotationLiteral<Transacted> implements Transacted {
        static final Literal INSTANCE = new Literal();
        private static final long serialVersionUID = 1;
    }
}
