package io.errortracker.store.jpa;

import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The outbox in tables {@code alert}, {@code alert_delivery} and {@code alert_office}. */
final class JpaOutbox implements Outbox {
    private final Access access;
    private final BooleanSupplier mayHoldAnything;

    JpaOutbox(Access access, BooleanSupplier mayHoldAnything) {
        this.access = access;
        this.mayHoldAnything = mayHoldAnything;
    }

    @Override
    public boolean mayHoldAnything() {
        return mayHoldAnything.getAsBoolean();
    }

    /** Where nobody else can have the database open, whoever had the office before is gone. */
    @Override
    public boolean lead(String node, Instant now, Instant until) {
        return access.write((session, database) -> session.createNativeMutationQuery(
                                "update alert_office set node = :node, until = :until where name = 'sender'"
                                        + (database.engine().locksRows()
                                                ? " and (node = :node or until < :now)"
                                                : " and :now > 0"))
                        .setParameter("node", node)
                        .setParameter("now", Micros.of(now))
                        .setParameter("until", Micros.of(until))
                        .executeUpdate()
                == 1);
    }

    @Override
    public void resign(String node) {
        access.write((session, database) -> session.createNativeMutationQuery(
                        "update alert_office set until = 0 where name = 'sender' and node = :node")
                .setParameter("node", node)
                .executeUpdate());
    }

    @Override
    public List<Delivery> due(Instant now, int limit) {
        return access.read(session -> new OutboxQueries(session).due(Micros.of(now), limit));
    }

    @Override
    public void sent(long delivery, Instant when) {
        change(delivery, row -> {
            row.setState(Delivery.State.SENT);
            row.attempts++;
            row.problem = null;
            row.done = Micros.of(when);
        });
    }

    @Override
    public void failed(long delivery, String problem, Instant when, @Nullable Instant again) {
        change(delivery, row -> {
            row.attempts++;
            row.problem = Texts.column(problem, 500);
            if (again == null) {
                row.setState(Delivery.State.FAILED);
                row.done = Micros.of(when);
            } else {
                row.due = Micros.of(again);
            }
        });
    }

    @Override
    public boolean again(long delivery, Instant now) {
        return change(delivery, row -> {
            row.round += row.state == Delivery.State.SENT.ordinal() ? 1 : 0;
            row.setState(Delivery.State.WAITING);
            row.due = Micros.of(now);
            row.attempts = 0;
            row.problem = null;
            row.done = null;
        });
    }

    private boolean change(long delivery, Consumer<DeliveryRow> change) {
        return access.write((session, database) -> {
            DeliveryRow row = new OutboxQueries(session).delivery(delivery);
            if (row == null) {
                return false;
            }
            change.accept(row);
            session.update(row);
            return true;
        });
    }

    @Override
    public Held held() {
        return access.read(session -> new OutboxQueries(session).held());
    }

    @Override
    public void digest(FiredAlert digest) {
        access.write((session, database) -> {
            new OutboxQueries(session).digest(AlertRow.of(digest));
            return true;
        });
    }

    @Override
    public void put(FiredAlert alert) {
        access.write((session, database) -> {
            AlertRow row = AlertRow.of(alert);
            return OutboxQueries.insert(session, row, row.actions());
        });
    }

    @Override
    public List<Delivery> latest(int limit) {
        return access.read(session -> new OutboxQueries(session).latest(Math.min(Math.max(limit, 1), 500)));
    }

    @Override
    public void forgetBefore(Instant alerts, Instant counters) {
        access.write((session, database) -> {
            OutboxQueries queries = new OutboxQueries(session);
            queries.forgetAlertsBefore(Micros.of(alerts));
            queries.forgetCountersBefore(Micros.of(counters));
            return true;
        });
    }
}
