package io.errortracker.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an algorithm makes of an event.
 *
 * @param parts what is hashed, in order
 * @param reasons the same and what was left out, one line each, for people
 * @param headline what people read first
 * @param byCode whether what the code of methods tells made a difference
 * @param culprit null when no code of the application had part in it
 */
record Key(
        List<String> parts,
        List<String> reasons,
        Headline headline,
        boolean byCode,
        @Nullable Site culprit) {}
