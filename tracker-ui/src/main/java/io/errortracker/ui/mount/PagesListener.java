package io.errortracker.ui.mount;

import io.errortracker.servlet.TrackerContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Opens the pages when the context has started, and closes them with it. */
final class PagesListener implements ServletContextListener {
    private final TrackerContext tracker;
    private final PagesServlet pages;

    PagesListener(TrackerContext tracker, PagesServlet pages) {
        this.tracker = tracker;
        this.pages = pages;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        tracker.start();
        pages.open();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        pages.close();
        tracker.stop();
    }
}
