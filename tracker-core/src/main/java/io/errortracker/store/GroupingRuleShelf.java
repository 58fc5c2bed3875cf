package io.errortracker.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The grouping rules that people wrote on the pages, with their history. Thread-safe.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface GroupingRuleShelf {

    /** Characters that one revision may have. */
    int LONGEST = 16_000;

    /** The rules that apply; empty when nobody wrote any. */
    Optional<Revision> newest();

    /** The latest revisions, newest first. */
    List<Revision> latest(int limit);

    /** Makes this text what applies. @param body at most {@link #LONGEST} characters, checked before */
    Revision keep(String body, String author);

    /**
     * What somebody made of the rules.
     *
     * @param number grows with every change
     * @param body the rules as text; empty for none
     */
    record Revision(long number, String body, String author, Instant changed) {}
}
