package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.Dropped;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.jpa.Upsert.Column;
import io.errortracker.store.jpa.Upsert.Then;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was dropped, by cause and hour. */
final class DroppedHours {
    private static final Upsert HOUR = new Upsert(
            "dropped_hour",
            List.of(new Column("cause", "varchar(64)"), new Column("hour_no", "bigint")),
            List.of(new Column("events", "bigint")),
            Then.ADD);

    private DroppedHours() {}

    static void add(StatelessSession session, Engine engine, List<NoiseStore.Drop> drops) {
        session.doWork(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(engine.sql(HOUR))) {
                for (NoiseStore.Drop drop : drops) {
                    upsert.setObject(1, Texts.column(drop.cause(), 64));
                    upsert.setObject(2, Micros.hour(Micros.of(drop.when())));
                    upsert.setObject(3, drop.events());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        });
    }

    static Map<String, Dropped> read(StatelessSession session, long lastHour, int hours) {
        Map<String, long[]> recent = new HashMap<>();
        session.createNativeQuery(
                        "select cause, hour_no, events from dropped_hour where hour_no between :first and :last",
                        Object[].class)
                .setParameter("first", lastHour - hours + 1)
                .setParameter("last", lastHour)
                .getResultList()
                .forEach(row -> recent.computeIfAbsent((String) row[0], cause -> new long[hours])[
                                (int) (number(row[1]) - (lastHour - hours + 1))] =
                        number(row[2]));
        Map<String, Dropped> dropped = new HashMap<>();
        session.createNativeQuery(
                        "select cause, sum(cast(events as bigint)) from dropped_hour group by cause", Object[].class)
                .getResultList()
                .forEach(row -> dropped.put(
                        (String) row[0],
                        new Dropped(recent.getOrDefault((String) row[0], new long[hours]), number(row[1]))));
        return dropped;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    static void forget(StatelessSession session, String cause) {
        session.createNativeMutationQuery("delete from dropped_hour where cause = :cause")
                .setParameter("cause", cause)
                .executeUpdate();
    }

    /** Hours before this one are not kept. */
    static void forgetBefore(StatelessSession session, long hour) {
        session.createNativeMutationQuery("delete from dropped_hour where hour_no < :hour")
                .setParameter("hour", hour)
                .executeUpdate();
    }
}
