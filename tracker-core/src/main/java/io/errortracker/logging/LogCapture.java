package io.errortracker.logging;

import io.errortracker.ScopedErrorTracker;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at what one application logs, from {@link #start} until it is closed. Leaves nothing behind in the log manager, and changes
 * no level: what an application's configuration does not log is not seen.
 *
 * @since 0.1.0
 */
public final class LogCapture implements AutoCloseable {
    private final Logger root;
    private final TrackerLogHandler handler;

    private LogCapture(Logger root, TrackerLogHandler handler) {
        this.root = root;
        this.handler = handler;
    }

    /**
     * Begins. To be called on a thread that works for the application, for some servers give each application a log of its own.
     *
     * @param application the class loader of the application; what other applications log is none of its business
     * @param capturesLogs whether the application's own records are captured; if not, only what the server's REST implementation
     *     reports of unmapped exceptions is, for it tells nobody else
     */
    public static LogCapture start(ScopedErrorTracker tracker, ClassLoader application, boolean capturesLogs) {
        TrackerLogHandler handler = new TrackerLogHandler(tracker, application, capturesLogs);
        handler.setLevel(Level.INFO);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        return new LogCapture(root, handler);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        handler.close();
    }
}
