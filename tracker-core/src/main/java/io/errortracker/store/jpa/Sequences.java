package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;

/** Numbers that are never used twice, counted in the transaction that uses them. */
final class Sequences {
    private Sequences() {}

    /** The first of {@code count} numbers. */
    static long take(StatelessSession session, String name, int count) {
        session.createNativeMutationQuery("update sequence_no set last_value = last_value + :count where name = :name")
                .setParameter("count", (long) count)
                .setParameter("name", name)
                .executeUpdate();
        return last(session, name) - count + 1;
    }

    /** The last number that was taken; 0 when none was. */
    static long last(StatelessSession session, String name) {
        return session.createNativeQuery("select last_value from sequence_no where name = :name", Long.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
