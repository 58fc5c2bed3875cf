package io.errortracker.ui.page;

import io.errortracker.ui.access.Visitor;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a page is asked: by whom, when, for what, and how it should look.
 *
 * @param visitor who looks
 * @param site what is the same for every visit
 * @param base the address of the pages without a slash at its end: {@code /shop/errors}
 * @param here the address that was asked for, with its query
 * @param origin by which the visitor reached the server: {@code https://shop.example}; the visitor's own word, not to be trusted
 * @param query its parameters
 * @param theme light or dark
 * @param zone the reader's time zone as far as known, else UTC
 * @param now the time of the visit
 * @since 0.1.0
 */
public record Visit(
        Visitor visitor,
        Site site,
        String base,
        String here,
        String origin,
        Query query,
        Theme theme,
        ZoneId zone,
        Instant now) {

    /** The times of this visit. */
    Moments moments() {
        return new Moments(now, zone);
    }
}
