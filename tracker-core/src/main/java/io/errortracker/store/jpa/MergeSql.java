package io.errortracker.store.jpa;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** An upsert as the standard's MERGE. */
final class MergeSql {
    private MergeSql() {}

    static String of(Upsert upsert) {
        List<Upsert.Column> columns = upsert.columns();
        return "merge into " + upsert.table() + " t using (values ("
                + join(columns, column -> "cast(? as " + column.type() + ")", ", ")
                + ")) s(" + join(columns, Upsert.Column::name, ", ")
                + ") on (" + join(upsert.keys(), column -> "t." + column.name() + " = s." + column.name(), " and ")
                + ")" + whenMatched(upsert)
                + " when not matched then insert (" + join(columns, Upsert.Column::name, ", ")
                + ") values (" + join(columns, column -> "s." + column.name(), ", ") + ")";
    }

    private static String whenMatched(Upsert upsert) {
        return upsert.then() == Upsert.Then.KEEP ? "" : " when matched then update set " + changes(upsert, "t.", "s.");
    }

    /** {@code events = t.events + s.events}, or the smaller and the greater. */
    static String changes(Upsert upsert, String there, String offered) {
        if (upsert.then() == Upsert.Then.ADD) {
            return join(
                    upsert.values(),
                    column -> column.name() + " = " + there + column.name() + " + " + offered + column.name(),
                    ", ");
        }
        String first = upsert.values().get(0).name();
        String last = upsert.values().get(1).name();
        return first + " = least(" + there + first + ", " + offered + first + "), " + last + " = greatest(" + there
                + last + ", " + offered + last + ")";
    }

    static String join(
            List<Upsert.Column> columns, java.util.function.Function<Upsert.Column, String> each, String by) {
        return columns.stream().map(each).collect(joining(by));
    }
}
