package io.errortracker.servlet;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.TrackerConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tracker into an application: the container finds it in our jar and calls it before anything of the application's.
 *
 * @since 0.1.0
 */
public final class TrackerInitializer implements ServletContainerInitializer {
    private static final String FILTER = "io.errortracker";

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext application) {
        try {
            TrackerContext tracker = TrackerContext.of(application);
            tracker.config().ifPresent(config -> register(application, tracker, config));
        } catch (Throwable failure) {
            System.getLogger(TrackerInitializer.class.getName())
                    .log(
                            Level.WARNING,
                            "Error Tracker could not be brought into the application; it runs without",
                            failure);
        }
    }

    private static void register(ServletContext application, TrackerContext tracker, TrackerConfig config) {
        if (addFilter(application, config.get(TrackerConfig.SEND_DEFAULT_PII))) {
            application.addListener(new TrackerLifecycle(tracker));
        }
    }

    /** Watches over every request. @return false when the application has the tracker already */
    static boolean addFilter(ServletContext application, boolean tellsAddresses) {
        FilterRegistration.Dynamic filter =
                application.addFilter(FILTER, new TrackerFilter(GlobalErrorTracker::running, tellsAddresses));
        if (filter == null) {
            return false;
        }
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), false, "/*");
        application.addListener(new RequestEnd(GlobalErrorTracker::running));
        if (EscapedErrors.areWrappedBy(String.valueOf(application.getServerInfo()))) {
            application.addListener(new EscapedErrors());
        }
        return true;
    }
}
