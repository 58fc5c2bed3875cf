package io.errortracker.cdi;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import io.errortracker.health.SelfHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells MicroProfile Health how the tracker does. Always up: an application must not be taken out of service because its errors cannot
 * be written down.
 *
 * <p>Loaded only where the server has MicroProfile Health.
 */
class TrackerHealthCheck implements HealthCheck {

    static void addTo(AfterBeanDiscovery event) {
        event.<HealthCheck>addBean()
                .beanClass(TrackerHealthCheck.class)
                .id(TrackerHealthCheck.class.getName())
                .types(Object.class, HealthCheck.class)
                .qualifiers(Readiness.Literal.INSTANCE)
                .scope(ApplicationScoped.class)
                .createWith(context -> new TrackerHealthCheck());
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check =
                HealthCheckResponse.named("error-tracker").up();
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        if (tracker == null) {
            return check.withData("running", false).build();
        }
        SelfHealth health = tracker.capturer().health();
        check.withData("running", true)
                .withData("captured", health.capturedCount())
                .withData("stored", health.storedCount());
        health.drops().forEach((reason, count) -> check.withData("dropped_" + reason.label(), count));
        SelfHealth.Failure failure = health.lastFailure();
        return (failure == null ? check : check.withData("last_failure", failure.doing() + ": " + failure.what()))
                .build();
    }
}
