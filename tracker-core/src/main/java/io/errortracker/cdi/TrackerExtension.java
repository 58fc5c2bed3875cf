package io.errortracker.cdi;

import io.errortracker.ErrorTracker;
import io.errortracker.Tracked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.System.Logger.Level;
import java.lang.annotation.Retention;

/**
 * Makes the container call our interceptors around every way into the application, and gives it the beans that an application injects.
 *
 * <p>What cannot be looked at or intercepted is left alone: a deployment that works without us works with us.
 *
 * @since 0.1.0
 */
public class TrackerExtension implements Extension {
    private static final System.Logger LOG = System.getLogger(TrackerExtension.class.getName());
    private static final String OWN_PACKAGE = "io.errortracker.";

    void addInterceptors(@Observes BeforeBeanDiscovery event, BeanManager beans) {
        event.addInterceptorBinding(Tracked.class);
        event.addInterceptorBinding(MapsFailures.class);
        event.addInterceptorBinding(Transacted.class);
        addInterceptor(event, beans, TrackingInterceptor.class);
        addInterceptor(event, beans, MappedFailureInterceptor.class);
        addInterceptor(event, beans, TransactionInterceptor.class);
    }

    private static void addInterceptor(BeforeBeanDiscovery event, BeanManager beans, Class<?> interceptor) {
        event.addAnnotatedType(beans.createAnnotatedType(interceptor), interceptor.getName());
    }

    /** Looks at each class with any annotation; to name those we look for would fail where a server lacks one of them. */
    <T> void bind(@Observes @WithAnnotations(Retention.class) ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (type.getName().startsWith(OWN_PACKAGE)) {
            return;
        }
        try {
            bind(event, Entrances.of(event.getAnnotatedType()));
            bindTransactional(event);
        } catch (RuntimeException | LinkageError unreadable) {
            LOG.log(Level.DEBUG, "Error Tracker leaves {0} alone: {1}", type.getName(), unreadable.toString());
        }
    }

    private static <T> void bind(ProcessAnnotatedType<T> event, Entrances entrances) {
        if (entrances.isNone()) {
            return;
        }
        AnnotatedTypeConfigurator<T> type = event.configureAnnotatedType();
        if (entrances.wholeClass()) {
            type.add(TrackedLiteral.INSTANCE);
        }
        type.filterMethods(method -> entrances.methods().contains(method.getJavaMember()))
                .forEach(method -> method.add(TrackedLiteral.INSTANCE));
        type.filterMethods(method -> entrances.mappers().contains(method.getJavaMember()))
                .forEach(method -> method.add(MapsFailures.Literal.INSTANCE));
    }

    /** Where the container intercepts already, it can intercept once more; enterprise beans have their transaction around everything. */
    private static <T> void bindTransactional(ProcessAnnotatedType<T> event) {
        AnnotatedType<T> type = event.getAnnotatedType();
        if (type.getJavaClass().isInterface() || Marks.isEjb(type.getJavaClass())) {
            return;
        }
        if (Marks.isTransactional(type)) {
            event.configureAnnotatedType().add(Transacted.Literal.INSTANCE);
        } else if (type.getMethods().stream().anyMatch(Marks::isTransactional)) {
            event.configureAnnotatedType()
                    .filterMethods(Marks::isTransactional)
                    .forEach(method -> method.add(Transacted.Literal.INSTANCE));
        }
    }

    void addBeans(@Observes AfterBeanDiscovery event) {
        event.<ErrorTracker>addBean()
                .beanClass(FollowingErrorTracker.class)
                .id(ErrorTracker.class.getName())
                .types(Object.class, ErrorTracker.class)
                .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
                .scope(ApplicationScoped.class)
                .createWith(context -> new FollowingErrorTracker());
        if (isPresent("org.eclipse.microprofile.health.HealthCheck")) {
            TrackerHealthCheck.addTo(event);
        }
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, TrackerExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
