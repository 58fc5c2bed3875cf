package com.example.shop.stock;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.Set;

/** Counts shelves while nobody is looking. */
@Stateless
public class Stocktake {

    private static final Set<String> SHELVES_WITH_A_LIGHT = Set.of("A1", "C4");

    /** Failure 8: somebody left the light off; the caller went home long ago. */
    @Asynchronous
    public void recount(String shelf) {
        light(shelf);
    }

    private static void light(String shelf) {
        if (!SHELVES_WITH_A_LIGHT.contains(shelf)) {
            throw new IllegalStateException("It is too dark to count shelf " + shelf);
        }
    }
}
