package io.errortracker.store.jpa;

import java.util.ArrayList;
import java.util.List;

/**
 * A row that is inserted, or changed when its key is there already.
 *
 * @param table its name
 * @param keys the columns of its primary key
 * @param values its other columns
 * @param then what happens to the other columns of a row that is there
 */
record Upsert(String table, List<Column> keys, List<Column> values, Then then) {

    /** @param type of the SQL parameter: some databases must be told */
    record Column(String name, String type) {}

    /** What happens to a row that is there. */
    enum Then {
        /** Nothing; the update count tells whether the row is new. */
        KEEP,
        /** The new values are added. */
        ADD,
        /** The first value becomes the smaller one, the second the greater one. */
        SPAN
    }

    static Upsert keep(String table, Column... keys) {
        return new Upsert(table, List.of(keys), List.of(), Then.KEEP);
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>(keys);
        columns.addAll(values);
        return columns;
    }
}
