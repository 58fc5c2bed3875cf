package io.errortracker.symbolicate;

/**
 * One segment of mappings.
 *
 * @param source -1 when what lies here has no original
 * @param line of the original, from 0
 * @param column of the original, from 0
 * @param name -1 when it has none
 */
record Segment(int generatedColumn, int source, int line, int column, int name) {

    static Segment of(Mappings walk) {
        return new Segment(
                walk.generatedColumn,
                walk.mapped ? walk.source : -1,
                walk.line,
                walk.column,
                walk.named ? walk.name : -1);
    }
}
