package io.errortracker.logging;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.capture.Reentrancy;
import io.errortracker.capture.Sighting;
import io.errortracker.cdi.Redirects;
import io.errortracker.event.Breadcrumb;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes breadcrumbs and events of an application's log records. Holds no lock, logs nothing itself while it looks at a record, and runs
 * no code of a record's parameters.
 */
final class TrackerLogHandler extends Handler {
    private static final String OWN = "io.errortracker";
    private static final String UNMAPPED = "org.jboss.resteasy.core.providerfactory.DefaultExceptionMapper";
    private static final String RESTEASY = "org.jboss.resteasy.resteasy_jaxrs.i18n";
    private static final String CXF = "org.apache.cxf.phase.PhaseInterceptorChain";
    private static final String CXF_WRAPPER = "org.apache.cxf.interceptor.Fault";

    private final Reentrancy looking = new Reentrancy();
    private final ScopedErrorTracker tracker;
    private final ClassLoader application;
    private final boolean capturesLogs;
    private volatile boolean closed;

    TrackerLogHandler(ScopedErrorTracker tracker, ClassLoader application, boolean capturesLogs) {
        this.tracker = tracker;
        this.application = application;
        this.capturesLogs = capturesLogs;
    }

    @Override
    public void publish(@Nullable LogRecord record) {
        if (record == null || closed || !looking.enter()) {
            return;
        }
        try {
            if (isLoggable(record) && isOfApplication()) {
                look(record);
            }
        } catch (Throwable failure) {
            tracker.capturer().failed("looking at a log record", failure);
        } finally {
            looking.leave();
        }
    }

    /** Asks the loader: that of TomEE's CXF stands for the application's, and says so only when it is compared. */
    private boolean isOfApplication() {
        for (ClassLoader at = Thread.currentThread().getContextClassLoader(); at != null; at = at.getParent()) {
            if (at.equals(application)) {
                return true;
            }
        }
        return false;
    }

    private void look(LogRecord record) {
        String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        if (logger.startsWith(OWN)) {
            return;
        }
        boolean isOfRest = logger.equals(UNMAPPED) || logger.equals(RESTEASY) || logger.equals(CXF);
        Level failed = logger.equals(CXF) ? Level.WARNING : Level.SEVERE;
        Throwable thrown = record.getThrown();
        if (thrown != null && record.getLevel().intValue() >= failed.intValue()) {
            if (isOfRest) {
                captureOfRest(thrown, logger);
            } else if (capturesLogs) {
                capture(thrown, logger, record);
            }
        }
        if (capturesLogs && !isOfRest && tracker.scopes().current() != null) {
            tracker.capturer().addBreadcrumb(breadcrumb(record, logger));
        }
    }

    private void capture(Throwable thrown, String logger, LogRecord record) {
        tracker.capturer()
                .capture(
                        thrown,
                        Sighting.of("logging", null)
                                .logger(logger)
                                .costly(sighting -> told(sighting, LogText.of(record))));
    }

    /** What a server says of a failure that it caught is no more than that it caught it. */
    private static Sighting told(Sighting sighting, String text) {
        return ServerMessages.has(text) ? sighting : sighting.message(text);
    }

    /** RESTEasy and CXF answer an exception that no mapper wants by themselves; this record is all that others see of it. */
    private void captureOfRest(Throwable told, String logger) {
        Throwable thrown = unwrapped(told);
        if (!Redirects.isRedirect(thrown)) {
            tracker.capturer().capture(thrown, Sighting.of("jaxrs", logger.equals(RESTEASY) ? null : false));
        }
    }

    private static Throwable unwrapped(Throwable told) {
        Throwable cause = told.getClass().getName().equals(CXF_WRAPPER) ? told.getCause() : null;
        return cause == null ? told : cause;
    }

    private static Breadcrumb breadcrumb(LogRecord record, String logger) {
        return Breadcrumb.of(logger, LogText.of(record))
                .level(level(record.getLevel().intValue()));
    }

    private static io.errortracker.event.Level level(int level) {
        if (level >= Level.SEVERE.intValue()) {
            return io.errortracker.event.Level.ERROR;
        }
        return level >= Level.WARNING.intValue()
                ? io.errortracker.event.Level.WARNING
                : io.errortracker.event.Level.INFO;
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        closed = true;
    }
}
