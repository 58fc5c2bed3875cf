package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.bundled.hibernate.query.CommonQueryContract;
import java.util.List;

/** Plain SQL with named parameters, for what concerns whole tables and no row in particular. */
record Sql(StatelessSession session) {

    /** @param parameters names and values in turn @return how many rows changed */
    int run(String sql, Object... parameters) {
        var query = session.createNativeMutationQuery(sql);
        set(query, parameters);
        return query.executeUpdate();
    }

    <T> List<T> list(Class<T> type, String sql, Object... parameters) {
        var query = session.createNativeQuery(sql, type);
        set(query, parameters);
        return query.getResultList();
    }

    /** The one number of a query; 0 for null. */
    long number(String sql, Object... parameters) {
        Long found = list(Long.class, sql, parameters).get(0);
        return found == null ? 0 : found;
    }

    private static void set(CommonQueryContract query, Object... parameters) {
        for (int at = 0; at < parameters.length; at += 2) {
            query.setParameter((String) parameters[at], parameters[at + 1]);
        }
    }
}
