package io.errortracker;

import io.errortracker.capture.ArgumentRenderer;
import io.errortracker.capture.Capturer;
import io.errortracker.capture.EventDetails;
import io.errortracker.capture.Sighting;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.Level;
import io.errortracker.event.User;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Scopes;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The public face of a running tracker: everything goes to the scope of the current thread, or through the capturer.
 *
 * @since 0.1.0
 */
public final class ScopedErrorTracker implements ErrorTracker {
    private static final Sighting BY_HAND = Sighting.of("manual", true);

    private final Capturer capturer;
    private final Scopes scopes;
    private final ArgumentRenderer arguments;
    private final Predicate<Duration> flush;

    public ScopedErrorTracker(Capturer capturer, Scopes scopes, ArgumentRenderer arguments, Predicate<Duration> flush) {
        this.capturer = capturer;
        this.scopes = scopes;
        this.arguments = arguments;
        this.flush = flush;
    }

    @Override
    public String captureException(Throwable failure, Consumer<EventDetails> details) {
        return failure == null ? Capturer.NOTHING : capturer.capture(failure, BY_HAND.details(details));
    }

    @Override
    public String captureMessage(String message, Level level, Consumer<EventDetails> details) {
        return capturer.captureMessage(Objects.requireNonNullElse(message, "null"), level, BY_HAND.details(details));
    }

    @Override
    public void setUser(@Nullable User user) {
        onScope(scope -> scope.setUser(user));
    }

    @Override
    public void setTag(String key, String value) {
        onScope(scope -> scope.setTag(key, value));
    }

    @Override
    public void setExtra(String key, @Nullable Object value) {
        onScope(scope -> scope.setExtra(key, Capturer.copyOf(value)));
    }

    @Override
    public void addBreadcrumb(Breadcrumb breadcrumb) {
        capturer.addBreadcrumb(breadcrumb);
    }

    @Override
    public boolean flush(Duration timeout) {
        return flush.test(timeout);
    }

    /** Where the layers that see failures bring them. */
    public Capturer capturer() {
        return capturer;
    }

    /** Which scope a thread works for. */
    public Scopes scopes() {
        return scopes;
    }

    /** How arguments of intercepted methods are rendered. */
    public ArgumentRenderer arguments() {
        return arguments;
    }

    private void onScope(Consumer<Scope> change) {
        Scope scope = scopes.current();
        if (scope != null) {
            change.accept(scope);
        }
    }
}
