package io.errortracker.servlet;

import io.errortracker.BeforeSend;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.cdi.AlertObservers;
import io.errortracker.cdi.BeforeSendBeans;
import io.errortracker.logging.LogCapture;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/** Starts the tracker with its servlet context and stops it with it; lets it know the application's {@code BeforeSend} beans
 * and observers of alerts. */
final class TrackerLifecycle implements ServletContextListener {
    private final TrackerContext tracker;
    private @Nullable LogCapture logs;

    TrackerLifecycle(TrackerContext tracker) {
        this.tracker = tracker;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        tracker.start();
        TrackerRuntime runtime = tracker.runtime();
        if (runtime != null) {
            findHooks(runtime);
            listenToLogs(runtime);
        }
    }

    private void listenToLogs(TrackerRuntime runtime) {
        try {
            logs = LogCapture.start(
                    runtime.tracker(),
                    runtime.deployment().loader(),
                    runtime.config().get(TrackerConfig.CAPTURE_LOGS));
        } catch (RuntimeException | LinkageError failure) {
            runtime.health().failed("beginning to listen to the log", failure);
        }
    }

    private static void findHooks(TrackerRuntime runtime) {
        try {
            BeanManager beans = CDI.current().getBeanManager();
            if (!beans.getBeans(BeforeSend.class, Any.Literal.INSTANCE).isEmpty()) {
                runtime.useHooks(() -> BeforeSendBeans.of(beans));
            }
            if (AlertObservers.exist(beans)) {
                runtime.useAlertObservers(event -> AlertObservers.tell(beans, event));
            }
        } catch (IllegalStateException noCdi) {
            runtime.health().say(System.Logger.Level.DEBUG, "No CDI here, so no BeforeSend beans are looked for");
        } catch (RuntimeException | LinkageError failure) {
            runtime.health().failed("looking for BeforeSend beans", failure);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        LogCapture listening = logs;
        logs = null;
        if (listening != null) {
            listening.close();
        }
        tracker.stop();
    }
}
