package io.errortracker.cdi;

import io.errortracker.ErrorTracker;
import io.errortracker.GlobalErrorTracker;
import io.errortracker.capture.EventDetails;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.Level;
import io.errortracker.event.User;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is injected: asks for the running tracker with each call, for a bean may live before it starts and after it has stopped. */
class FollowingErrorTracker implements ErrorTracker {

    @Override
    public String captureException(Throwable failure, Consumer<EventDetails> details) {
        return GlobalErrorTracker.get().captureException(failure, details);
    }

    @Override
    public String captureMessage(String message, Level level, Consumer<EventDetails> details) {
        return GlobalErrorTracker.get().captureMessage(message, level, details);
    }

    @Override
    public void setUser(@Nullable User user) {
        GlobalErrorTracker.get().setUser(user);
    }

    @Override
    public void setTag(String key, String value) {
        GlobalErrorTracker.get().setTag(key, value);
    }

    @Override
    public void setExtra(String key, @Nullable Object value) {
        GlobalErrorTracker.get().setExtra(key, value);
    }

    @Override
    public void addBreadcrumb(Breadcrumb breadcrumb) {
        GlobalErrorTracker.get().addBreadcrumb(breadcrumb);
    }

    @Override
    public boolean flush(Duration timeout) {
        return GlobalErrorTracker.get().flush(timeout);
    }
}
