package io.errortracker.cdi;

import io.errortracker.Tracked;
import jakarta.enterprise.util.AnnotationLiteral;

/** {@code @Tracked}, to be added to what an application did not mark itself. */
@SuppressWarnings("ClassExplicitlyAnnotation") // what an annotation literal is
final class TrackedLiteral extends AnnotationLiteral<Tracked> implements Tracked {
    static final TrackedLiteral INSTANCE = new TrackedLiteral();
    private static final long serialVersionUID = 1;
}
