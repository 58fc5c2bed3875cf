package io.errortracker.servlet;

import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.health.OneLine;
import jakarta.servlet.ServletContext;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tracker of one servlet context: read from its configuration once, started and stopped with it. Kept as an attribute of the
 * context, so that every part of the tracker in the same application finds the same one.
 *
 * <p>Thread-safe. Nothing is ever thrown: a tracker that cannot start says so in one line of the log and stays away.
 *
 * @since 0.1.0
 */
public final class TrackerContext {
    private static final String ATTRIBUTE = TrackerContext.class.getName();
    private static final String CLASSES = "/WEB-INF/classes/";
    private static final int MAX_DIRECTORIES = 10_000;
    private static final System.Logger LOG = System.getLogger("io.errortracker");

    private final ServletContext context;
    private final Optional<TrackerConfig> config;
    private volatile @Nullable TrackerRuntime runtime;

    private TrackerContext(ServletContext context) {
        this.context = context;
        this.config = configure(context);
    }

    /** The tracker of this context; its configuration is read with the first call. */
    public static TrackerContext of(ServletContext context) {
        synchronized (context) {
            if (context.getAttribute(ATTRIBUTE) instanceof TrackerContext known) {
                return known;
            }
            TrackerContext made = new TrackerContext(context);
            context.setAttribute(ATTRIBUTE, made);
            return made;
        }
    }

    private static Optional<TrackerConfig> configure(ServletContext context) {
        try {
            TrackerConfig config = TrackerRuntime.configure(context.getClassLoader());
            return config.get(TrackerConfig.ENABLED) ? Optional.of(config) : Optional.empty();
        } catch (RuntimeException | LinkageError problem) {
            refuse(context, problem);
            return Optional.empty();
        }
    }

    private static void refuse(ServletContext context, Throwable problem) {
        LOG.log(
                Level.ERROR,
                "Error Tracker is off in {0}: {1}",
                context.getContextPath(),
                OneLine.of(String.valueOf(problem.getMessage()), 600));
    }

    /** The configuration; empty when the tracker is switched off or a value breaks its rule, which has been logged then. */
    public Optional<TrackerConfig> config() {
        return config;
    }

    /** The running tracker; null before the context has started, after it has stopped, and when it could not start. */
    public @Nullable TrackerRuntime runtime() {
        return runtime;
    }

    /** Starts the tracker, once. */
    public synchronized void start() {
        if (runtime != null || config.isEmpty()) {
            return;
        }
        try {
            runtime = TrackerRuntime.start(deployment(), config.get(), Clock.systemUTC());
        } catch (RuntimeException | LinkageError problem) {
            refuse(context, problem);
        }
    }

    /** Stops the tracker; further failures are not captured. */
    public synchronized void stop() {
        TrackerRuntime running = runtime;
        runtime = null;
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (RuntimeException | LinkageError problem) {
            LOG.log(
                    Level.WARNING,
                    "Error Tracker did not stop cleanly: {0}",
                    OneLine.of(String.valueOf(problem.getMessage()), 600));
        }
    }

    private Deployment deployment() {
        return new Deployment(
                context.getClassLoader(),
                context.getContextPath(),
                String.valueOf(context.getServerInfo()),
                packages(),
                this::open);
    }

    private @Nullable InputStream open(String path) {
        return context.getResourceAsStream(path);
    }

    /** Every package that lies in {@code WEB-INF/classes}. */
    private Set<String> packages() {
        Set<String> packages = new HashSet<>();
        Deque<String> directories = new ArrayDeque<>();
        directories.add(CLASSES);
        for (int looked = 0; !directories.isEmpty() && looked < MAX_DIRECTORIES; looked++) {
            String directory = directories.removeFirst();
            Set<String> entries = context.getResourcePaths(directory);
            if (entries == null) {
                continue;
            }
            for (String entry : entries) {
                if (entry.endsWith("/")) {
                    directories.addLast(entry);
                } else if (entry.endsWith(".class")) {
                    packages.add(packageOf(directory));
                }
            }
        }
        return packages;
    }

    private static String packageOf(String directory) {
        String path = directory.substring(CLASSES.length());
        return path.isEmpty() ? "" : path.substring(0, path.length() - 1).replace('/', '.');
    }
}
