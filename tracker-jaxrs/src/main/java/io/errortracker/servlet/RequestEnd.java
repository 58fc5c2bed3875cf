package io.errortracker.servlet;

import io.errortracker.ScopedErrorTracker;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees a request end after its error page has answered: only now is the status known of what failed. */
final class RequestEnd implements ServletRequestListener {
    private final Supplier<@Nullable ScopedErrorTracker> running;

    RequestEnd(Supplier<@Nullable ScopedErrorTracker> running) {
        this.running = running;
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        ScopedErrorTracker tracker = running.get();
        if (tracker != null) {
            TrackerFilter.endFailed(tracker, event.getServletRequest());
        }
    }
}
