package io.errortracker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tracker of the application that the calling thread works for, where CDI does not reach.
 *
 * <p>Applications are told apart by the thread's context class loader: several of them in one JVM never see one another. Thread-safe.
 *
 * @since 0.1.0
 */
public final class GlobalErrorTracker {
    private static final Map<ClassLoader, ErrorTracker> TRACKERS = new ConcurrentHashMap<>();

    private GlobalErrorTracker() {}

    /** This application's tracker; one that does nothing before the application has started and after it has stopped. */
    public static ErrorTracker get() {
        ErrorTracker tracker = find(Thread.currentThread().getContextClassLoader());
        return tracker == null ? SilentErrorTracker.INSTANCE : tracker;
    }

    /** As {@link #get}, for the layers that capture by themselves; null while no tracker runs. */
    public static @Nullable ScopedErrorTracker running() {
        return get() instanceof ScopedErrorTracker running ? running : null;
    }

    /** The nearest of the class loader and its parents that an application was registered under; else the one that loaded this class. */
    private static @Nullable ErrorTracker find(@Nullable ClassLoader loader) {
        for (ClassLoader at = loader; at != null; at = at.getParent()) {
            ErrorTracker tracker = TRACKERS.get(at);
            if (tracker != null) {
                return tracker;
            }
        }
        ClassLoader own = GlobalErrorTracker.class.getClassLoader();
        return own == null ? null : TRACKERS.get(own);
    }

    /** Registers an application's tracker. For the code that starts it. */
    public static void register(ClassLoader application, ErrorTracker tracker) {
        TRACKERS.put(application, tracker);
    }

    /** Forgets an application's tracker. For the code that stops it. */
    public static void unregister(ClassLoader application, ErrorTracker tracker) {
        TRACKERS.remove(application, tracker);
    }
}
