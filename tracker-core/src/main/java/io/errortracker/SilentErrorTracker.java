package io.errortracker;

import io.errortracker.capture.Capturer;
import io.errortracker.capture.EventDetails;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.Level;
import io.errortracker.event.User;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does nothing: what an application without a running tracker gets. */
enum SilentErrorTracker implements ErrorTracker {
    INSTANCE;

    @Override
    public String captureException(Throwable failure, Consumer<EventDetails> details) {
        return Capturer.NOTHING;
    }

    @Override
    public String captureMessage(String message, Level level, Consumer<EventDetails> details) {
        return Capturer.NOTHING;
    }

    @Override
    public void setUser(@Nullable User user) {}

    @Override
    public void setTag(String key, String value) {}

    @Override
    public void setExtra(String key, @Nullable Object value) {}

    @Override
    public void addBreadcrumb(Breadcrumb breadcrumb) {}

    @Override
    public boolean flush(Duration timeout) {
        return true;
    }
}
