package io.errortracker.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.AlertDigest;
import io.errortracker.AlertFired;
import io.errortracker.event.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.se.SeContainer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

class AlertObserversTest {
    private static final AlertFired ALERT = new AlertFired(
            "a".repeat(32),
            "spike",
            "Spike",
            "because",
            Instant.EPOCH,
            "SHOP-42",
            "PaymentDeclined",
            null,
            null,
            Level.ERROR,
            "production",
            null,
            null,
            12,
            3,
            null);

    @Test
    void synchronous_and_asynchronous_observers_are_told_before_it_returns() {
        try (SeContainer container = container(Pager.class)) {
            Pager pager = container.select(Pager.class).get();
            assertThat(AlertObservers.exist(container.getBeanManager())).isTrue();

            AlertObservers.tell(container.getBeanManager(), ALERT);
            AlertObservers.tell(container.getBeanManager(), new AlertDigest("d", Instant.EPOCH, List.of(ALERT, ALERT)));

            assertThat(pager.calls()).containsExactly("sync SHOP-42", "async SHOP-42", "digest 2");
        }
    }

    @Test
    void what_an_observer_throws_is_thrown_on_so_that_it_is_told_again() {
        try (SeContainer container = container(Broken.class)) {
            assertThatThrownBy(() -> AlertObservers.tell(container.getBeanManager(), ALERT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pager is broken");
        }
    }

    @Test
    void an_application_without_observers_has_none() {
        try (SeContainer container = container(AlertObserversTest.class)) {
            assertThat(AlertObservers.exist(container.getBeanManager())).isFalse();
        }
    }

    private static SeContainer container(Class<?> bean) {
        return new Weld().disableDiscovery().addBeanClasses(bean).initialize();
    }

    @ApplicationScoped
    public static class Pager {
        private final List<String> calls = new CopyOnWriteArrayList<>();

        List<String> calls() {
            return calls;
        }

        void call(@Observes AlertFired alert) {
            calls.add("sync " + alert.shortId());
        }

        void callLater(@ObservesAsync AlertFired alert) {
            calls.add("async " + alert.shortId());
        }

        void sumUp(@ObservesAsync AlertDigest digest) {
            calls.add("digest " + digest.alerts().size());
        }
    }

    @ApplicationScoped
    public static class Broken {
        void call(@ObservesAsync AlertFired alert) {
            throw new IllegalArgumentException("pager is broken: " + alert.shortId());
        }
    }
}
