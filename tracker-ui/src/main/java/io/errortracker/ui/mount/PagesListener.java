package io.errortracker.ui.mount;

import io.errortracker.servlet.TrackerContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Opens the pages when the context has started, and closes them with it. */
final class PagesListener implements ServletContextListener {
    private final TrackerContext tracker;
    private final IngestEntry ingest;
    private final PagesServlet pages;

    PagesListener(TrackerContext tracker, IngestEntry ingest, PagesServlet pages) {
        this.tracker = tracker;
        this.ingest = ingest;
        this.pages = pages;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        tracker.start();
        ingest.open();
        pages.open(event.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        pages.close();
        ingest.close();
        tracker.stop();
    }
}
