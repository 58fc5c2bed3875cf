package io.errortracker.ui.mount;

import io.errortracker.TrackerConfig;
import io.errortracker.health.OneLine;
import io.errortracker.servlet.TrackerContext;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registers the pages with every application that has the tracker in its class path. Found by the container through
 * {@code META-INF/services}, whatever {@code web.xml} says.
 *
 * @since 0.1.0
 */
public final class PagesInitializer implements ServletContainerInitializer {
    private static final System.Logger LOG = System.getLogger("io.errortracker");
    private static final String NAME = "io.errortracker.pages";
    private static final String INGEST = "io.errortracker.ingest";

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        try {
            TrackerContext tracker = TrackerContext.of(context);
            tracker.config().ifPresent(config -> register(context, tracker, config));
        } catch (RuntimeException | LinkageError problem) {
            say(context, "its pages could not be registered: " + problem.getMessage());
        }
    }

    private static void register(ServletContext context, TrackerContext tracker, TrackerConfig config) {
        Doorway ingest = new Doorway("ingest");
        if (config.get(TrackerConfig.INGEST_ENABLED)) {
            register(context, ingest, config.get(TrackerConfig.INGEST_PATH));
        }
        register(context, tracker, ingest, config.get(TrackerConfig.PATH));
    }

    private static void register(ServletContext context, Doorway ingest, String path) {
        ServletRegistration.Dynamic registration = context.addServlet(INGEST, ingest);
        if (registration == null) {
            say(context, "its ingest is registered already");
            return;
        }
        Set<String> taken = registration.addMapping(path + "/*");
        if (!taken.isEmpty()) {
            say(
                    context,
                    clash(context, "its ingest at " + path + " (" + TrackerConfig.INGEST_PATH.name() + ")", taken));
        }
    }

    private static void register(ServletContext context, TrackerContext tracker, Doorway ingest, String path) {
        Doorway pages = new Doorway("pages");
        ServletRegistration.Dynamic registration = context.addServlet(NAME, pages);
        if (registration == null) {
            say(context, "its pages are registered already");
            return;
        }
        Set<String> taken = registration.addMapping(path, path + "/*", path + Mount.API + "/*");
        if (!taken.isEmpty()) {
            say(context, clash(context, "its pages at " + path + " (" + TrackerConfig.PATH.name() + ")", taken));
            return;
        }
        if (context.getContextPath().isEmpty()) {
            registration.addMapping(Mount.API + "/*");
        }
        context.addListener(new PagesListener(tracker, ingest, pages));
    }

    private static String clash(ServletContext context, String what, Set<String> taken) {
        String owners = context.getServletRegistrations().entrySet().stream()
                .filter(entry -> entry.getValue().getMappings().stream().anyMatch(taken::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return what + " clash with the servlet " + owners + " of the application at " + String.join(", ", taken)
                + "; choose another path";
    }

    private static void say(ServletContext context, String problem) {
        LOG.log(Level.ERROR, "Error Tracker in {0}: {1}", context.getContextPath(), OneLine.of(problem, 600));
    }
}
