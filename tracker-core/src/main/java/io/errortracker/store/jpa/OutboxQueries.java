package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.Outbox.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables {@code alert} and {@code alert_delivery}. */
final class OutboxQueries {
    /** A digest that names more than this says so. */
    private static final int MOST_NAMED = 2_000;

    private final StatelessSession session;

    OutboxQueries(StatelessSession session) {
        this.session = session;
    }

    /** Numbers the row and inserts it. @return its deliveries, one for each action, which are inserted too */
    static List<DeliveryRow> insert(StatelessSession session, AlertRow row, List<AlertAction> actions) {
        row.id = Sequences.take(session, "alert", 1);
        session.insert(row);
        if (actions.isEmpty()) {
            return List.of();
        }
        List<DeliveryRow> deliveries = row.deliveries(Sequences.take(session, "delivery", actions.size()), row.fired);
        session.insertMultiple(deliveries);
        return deliveries;
    }

    List<Delivery> due(long now, int limit) {
        return deliveries(session.createNativeQuery(
                        "select d.* from alert_delivery d where d.state = :waiting and d.due <= :now"
                                + " order by d.due, d.id",
                        DeliveryRow.class)
                .setParameter("waiting", (short) Delivery.State.WAITING.ordinal())
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    List<Delivery> latest(int limit) {
        return deliveries(
                session.createNativeQuery("select d.* from alert_delivery d order by d.id desc", DeliveryRow.class)
                        .setMaxResults(limit)
                        .getResultList());
    }

    private List<Delivery> deliveries(List<DeliveryRow> rows) {
        Map<Long, AlertRow> alerts = new HashMap<>();
        Map<Long, List<FiredAlert>> named = new HashMap<>();
        List<Delivery> deliveries = new ArrayList<>(rows.size());
        for (DeliveryRow row : rows) {
            AlertRow alert = alerts.computeIfAbsent(row.alert, id -> session.get(AlertRow.class, id));
            if (alert != null) {
                deliveries.add(row.toDelivery(alert.toAlert(), named.computeIfAbsent(row.alert, id -> named(alert))));
            }
        }
        return deliveries;
    }

    private List<FiredAlert> named(AlertRow alert) {
        if (alert.reasonKind != FiredAlert.Kind.DIGEST.ordinal()) {
            return List.of();
        }
        return session
                .createNativeQuery(
                        "select a.* from alert a where a.digest = :digest order by a.fired desc, a.id desc",
                        AlertRow.class)
                .setParameter("digest", alert.id)
                .setMaxResults(MOST_NAMED)
                .getResultList()
                .stream()
                .map(AlertRow::toAlert)
                .toList();
    }

    @Nullable
    DeliveryRow delivery(long id) {
        return session.get(DeliveryRow.class, id);
    }

    Held held() {
        Object[] sums = session.createNativeQuery(
                        "select count(*), min(fired), max(fired) from alert where digest = 0", Object[].class)
                .getSingleResult();
        Long lastDigest = session.createNativeQuery(
                        "select max(fired) from alert where reason_kind = :kind", Long.class)
                .setParameter("kind", (short) FiredAlert.Kind.DIGEST.ordinal())
                .getSingleResult();
        long alerts = ((Number) sums[0]).longValue();
        return new Held(
                alerts,
                alerts == 0 ? null : Micros.instant(((Number) sums[1]).longValue()),
                alerts == 0 ? null : Micros.instant(((Number) sums[2]).longValue()),
                lastDigest == null ? null : Micros.instant(lastDigest),
                alerts == 0 ? List.of() : heldActions());
    }

    private List<AlertAction> heldActions() {
        Set<AlertAction> actions = new LinkedHashSet<>();
        for (String text : session.createNativeQuery(
                        "select distinct actions from alert where digest = 0 order by actions", String.class)
                .getResultList()) {
            AlertRow row = new AlertRow();
            row.actions = text;
            actions.addAll(row.actions());
        }
        return List.copyOf(actions);
    }

    void digest(AlertRow digest) {
        insert(session, digest, digest.actions());
        session.createNativeMutationQuery("update alert set digest = :digest where digest = 0")
                .setParameter("digest", digest.id)
                .executeUpdate();
    }

    /** Alerts that fired before and have nothing left to be sent. */
    void forgetAlertsBefore(long fired) {
        List<Long> old = session.createNativeQuery(
                        "select a.id from alert a where a.fired < :fired and (a.digest is null or a.digest > 0)"
                                + " and not exists (select 1 from alert_delivery d where d.alert = a.id and d.state = :waiting)"
                                + " order by a.fired",
                        Long.class)
                .setParameter("fired", fired)
                .setParameter("waiting", (short) Delivery.State.WAITING.ordinal())
                .setMaxResults(Stock.CHUNK)
                .getResultList();
        if (!old.isEmpty()) {
            for (String table : List.of("alert_delivery where alert", "alert where id")) {
                session.createNativeMutationQuery("delete from " + table + " in (:ids)")
                        .setParameterList("ids", old)
                        .executeUpdate();
            }
        }
    }

    void forgetCountersBefore(long touched) {
        session.createNativeMutationQuery("delete from alert_counter where touched < :touched")
                .setParameter("touched", touched)
                .executeUpdate();
    }
}
