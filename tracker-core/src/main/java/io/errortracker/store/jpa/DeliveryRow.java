package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of table {@code alert_delivery}. */
@Entity
@Table(name = "alert_delivery")
class DeliveryRow {
    @Id
    long id;

    long alert;
    short way;

    @Nullable
    String target;

    short state;
    int attempts;

    @Column(name = "round_no")
    int round;

    long due;

    @Nullable
    String problem;

    @Nullable
    Long done;

    void setState(Delivery.State newState) {
        state = (short) newState.ordinal();
    }

    Delivery toDelivery(FiredAlert fired, List<FiredAlert> named) {
        return new Delivery(
                id,
                fired,
                named,
                new AlertAction(AlertAction.Kind.values()[way], target),
                Delivery.State.values()[state],
                attempts,
                round,
                Micros.instant(due),
                problem,
                done == null ? null : Micros.instant(done));
    }
}
