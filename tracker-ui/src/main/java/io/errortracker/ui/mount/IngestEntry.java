package io.errortracker.ui.mount;

import io.errortracker.boot.IngestLine;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.health.OneLine;
import io.errortracker.ingest.IngestLimits;
import io.errortracker.servlet.TrackerContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Stands at the ingest's path before the tracker runs and after it has stopped, and answers 404 then. */
final class IngestEntry extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("io.errortracker");

    private final transient TrackerContext tracker;
    private transient volatile @Nullable IngestMount mount;

    IngestEntry(TrackerContext tracker) {
        this.tracker = tracker;
    }

    /** Opens the ingest of the tracker that runs, and says so in the log. */
    void open() {
        TrackerRuntime runtime = tracker.runtime();
        IngestLine line = runtime == null ? null : runtime.ingest();
        if (runtime == null || line == null) {
            return;
        }
        try {
            IngestMount opened = new IngestMount(runtime, line, IngestLimits.DEFAULT);
            mount = opened;
            runtime.health().say(Level.INFO, opened.describe());
        } catch (RuntimeException | LinkageError problem) {
            LOG.log(
                    Level.ERROR,
                    "The ingest of Error Tracker is closed: {0}",
                    OneLine.of(String.valueOf(problem.getMessage()), 600));
        }
    }

    /** The ingest; null while it is closed. */
    @Nullable
    IngestMount mount() {
        return mount;
    }

    void close() {
        mount = null;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        IngestMount open = mount;
        if (open == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            open.service(request, response);
        }
    }
}
