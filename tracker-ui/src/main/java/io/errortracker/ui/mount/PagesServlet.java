package io.errortracker.ui.mount;

import io.errortracker.boot.TrackerRuntime;
import io.errortracker.health.OneLine;
import io.errortracker.servlet.TrackerContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the pages' path before the tracker runs and after it has stopped, and answers 404 then; hands everything to the pages and
 * the web API while it runs.
 */
final class PagesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("io.errortracker");

    private final transient TrackerContext tracker;
    private final transient IngestEntry ingest;
    private transient volatile @Nullable Mount mount;

    PagesServlet(TrackerContext tracker, IngestEntry ingest) {
        this.tracker = tracker;
        this.ingest = ingest;
    }

    /**
     * Opens the pages of the tracker that runs, and says in the log where they are and who may enter.
     *
     * @param context given, because a servlet that was not called yet has none of its own
     */
    void open(ServletContext context) {
        TrackerRuntime runtime = tracker.runtime();
        if (runtime == null) {
            return;
        }
        try {
            Mount opened = Mount.of(runtime, ServedMaps.in(context), ingest.mount());
            mount = opened;
            runtime.health().say(Level.INFO, opened.describe());
        } catch (RuntimeException | LinkageError problem) {
            LOG.log(
                    Level.ERROR,
                    "The pages of Error Tracker are closed: {0}",
                    OneLine.of(String.valueOf(problem.getMessage()), 600));
        }
    }

    void close() {
        mount = null;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Mount open = mount;
        if (open == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            open.service(request, response);
        }
    }
}
