package io.errortracker.bundled.quiet;

import java.text.MessageFormat;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;

/**
 * Sends what Hibernate and SmallRye Config log through JBoss Logging to the {@link System.Logger} of the same name, at
 * {@link System.Logger.Level#DEBUG} at most: a failure reaches the caller as an exception, and a line at a higher level would be
 * noise in the host's log and might be taken for an error of the host by what watches that log.
 *
 * <p>Found as a service; without it JBoss Logging would look for a logging library among the host's classes.
 */
public final class JBossLoggerProvider implements LoggerProvider {
    @Override
    public Logger getLogger(String name) {
        return new QuietLogger(name);
    }

    @Override
    public void clearMdc() {}

    @Override
    public Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {}

    @Override
    public Map<String, Object> getMdcMap() {
        return Map.of();
    }

    @Override
    public void clearNdc() {}

    @Override
    public String getNdc() {
        return "";
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public String popNdc() {
        return "";
    }

    @Override
    public String peekNdc() {
        return "";
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int maxDepth) {}

    private static final class QuietLogger extends Logger {
        private static final long serialVersionUID = 1L;

        private final transient System.Logger logger;

        QuietLogger(String name) {
            super(name);
            this.logger = System.getLogger(name);
        }

        @Override
        public boolean isEnabled(Level level) {
            return logger.isLoggable(quiet(level));
        }

        @Override
        protected void doLog(Level level, String owner, Object message, Object[] parameters, Throwable thrown) {
            if (isEnabled(level)) {
                boolean plain = parameters == null || parameters.length == 0;
                String text = String.valueOf(message);
                logger.log(quiet(level), plain ? text : MessageFormat.format(text, parameters), thrown);
            }
        }

        @Override
        protected void doLogf(Level level, String owner, String format, Object[] parameters, Throwable thrown) {
            if (isEnabled(level)) {
                boolean plain = parameters == null || parameters.length == 0;
                logger.log(quiet(level), plain ? format : String.format(format, parameters), thrown);
            }
        }

        private static System.Logger.Level quiet(Level level) {
            return level == Level.TRACE || level == Level.DEBUG ? System.Logger.Level.TRACE : System.Logger.Level.DEBUG;
        }
    }
}
