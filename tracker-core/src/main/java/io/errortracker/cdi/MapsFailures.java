package io.errortracker.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds the interceptor that sees what an application's own exception mappers deal with. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface MapsFailures {

    /** To be added to the mappers' methods. */
    @SuppressWarnings("ClassExplicitlyAnnotation") // what an annotation literal is
    final class Literal extends AnnotationLiteral<MapsFailures> implements MapsFailures {
        static final Literal INSTANCE = new Literal();
        private static final long serialVersionUID = 1;
    }
}
