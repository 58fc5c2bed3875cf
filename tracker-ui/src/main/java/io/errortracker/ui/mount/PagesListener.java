package io.errortracker.ui.mount;

import io.errortracker.boot.IngestLine;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.ingest.IngestLimits;
import io.errortracker.servlet.TrackerContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/** Opens the ingest and the pages when the context has started, and closes them with it. */
final class PagesListener implements ServletContextListener {
    private final TrackerContext tracker;
    private final Doorway ingest;
    private final Doorway pages;

    PagesListener(TrackerContext tracker, Doorway ingest, Doorway pages) {
        this.tracker = tracker;
        this.ingest = ingest;
        this.pages = pages;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        tracker.start();
        TrackerRuntime runtime = tracker.runtime();
        if (runtime != null) {
            open(runtime, event.getServletContext());
        }
    }

    /** @param context given, because a servlet that was not called yet has none of its own */
    private void open(TrackerRuntime runtime, ServletContext context) {
        IngestLine line = runtime.ingest();
        @Nullable
        IngestMount desk = line == null
                ? null
                : ingest.open(runtime.health(), () -> new IngestMount(runtime, line, IngestLimits.DEFAULT));
        pages.open(runtime.health(), () -> Mount.of(runtime, ServedMaps.in(context), desk));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        pages.close();
        ingest.close();
        tracker.stop();
    }
}
