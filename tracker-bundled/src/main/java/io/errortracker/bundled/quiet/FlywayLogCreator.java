package io.errortracker.bundled.quiet;

import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Sends what Flyway logs to the {@link System.Logger} of the class that says it, at {@link Level#DEBUG} at most: its
 * progress, banners and advice to upgrade are of no use to those who run the host application, and a failure reaches
 * the caller as an exception.
 *
 * <p>To be named in {@code Flyway.configure().loggers(FlywayLogCreator.class.getName())}; otherwise Flyway looks for a
 * logging library among the host's classes.
 */
public final class FlywayLogCreator implements LogCreator {
    @Override
    public Log createLogger(Class<?> owner) {
        return new QuietLog(System.getLogger(owner.getName()));
    }

    private record QuietLog(System.Logger logger) implements Log {
        @Override
        public boolean isDebugEnabled() {
            return logger.isLoggable(Level.TRACE);
        }

        @Override
        public void debug(String message) {
            logger.log(Level.TRACE, message);
        }

        @Override
        public void info(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void notice(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void error(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void error(String message, Exception cause) {
            logger.log(Level.DEBUG, message, cause);
        }
    }
}
