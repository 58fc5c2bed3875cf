package io.errortracker.cdi;

import io.errortracker.AlertDigest;
import io.errortracker.AlertFired;
import io.errortracker.event.Level;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The observers of alerts that an application has.
 *
 * @since 0.1.0
 */
public final class AlertObservers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AlertObservers() {}

    /** Whether any bean observes alerts or digests, synchronously or not. */
    public static boolean exist(BeanManager beans) {
        AlertFired sample = new AlertFired(
                "", "test", "", "", Instant.EPOCH, "", "", null, null, Level.INFO, null, null, null, 0, 0, null);
        return !beans.resolveObserverMethods(sample).isEmpty()
                || !beans.resolveObserverMethods(new AlertDigest("", Instant.EPOCH, List.of()))
                        .isEmpty();
    }

    /**
     * Tells synchronous observers, then asynchronous ones, and waits for these up to half a minute.
     *
     * @throws RuntimeException what an observer threw, or that one took too long
     */
    public static void tell(BeanManager beans, Object event) {
        beans.getEvent().fire(event);
        try {
            beans.getEvent().fireAsync(event).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getCause()), failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "an asynchronous observer took longer than " + PATIENCE.toSeconds() + " s", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the application stops", stopping);
        }
    }
}
