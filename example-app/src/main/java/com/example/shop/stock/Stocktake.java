package com.example.shop.stock;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.List;

/** Counts shelves while nobody is looking. */
@Stateless
public class Stocktake {

    private static final List<Integer> BAGS_FOUND = List.of(12, 9, 0, 4);

    private static final int PLACES_ON_A_SHELF = 5;

    /** Failure 8: the shelf has one place fewer than the plan says; the caller left long ago. */
    @Asynchronous
    public void recount(String shelf) {
        for (int place = 0; place < PLACES_ON_A_SHELF; place++) {
            count(shelf, place);
        }
    }

    private int count(String shelf, int place) {
        return BAGS_FOUND.get(place);
    }
}
