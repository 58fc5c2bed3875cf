package io.errortracker.symbolicate;

/** A map and where what it maps begins. */
record Section(Place offset, FlatMap map) {

    boolean beginsAfter(Place place) {
        return offset.compareTo(place) > 0;
    }

    /** A place of the whole as one of this section. */
    Place within(Place place) {
        int line = place.line() - offset.line();
        return new Place(line, line == 0 ? place.column() - offset.column() : place.column());
    }
}
