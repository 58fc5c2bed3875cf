package io.errortracker.alert;

import io.errortracker.store.alert.FiredAlert.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Where to look. Made of {@code tracker.base-url} only: a request's Host header is whatever a stranger writes.
 *
 * @param pages the address of the pages, without a slash at its end: {@code https://shop.example/shop/errors}; null when unknown
 * @since 0.1.0
 */
public record Links(@Nullable String pages) {

    /** The issue's page, or that of the alerts where there is no issue; null when the address of the pages is unknown. */
    public @Nullable String to(Subject subject) {
        if (pages == null) {
            return null;
        }
        return subject.issueId() == 0 ? pages + "/alerts" : pages + "/issues/" + subject.shortId();
    }

    /** Where to look, or why that is not said. */
    String sentence(Subject subject) {
        String link = to(subject);
        if (link != null) {
            return link;
        }
        String find = subject.issueId() == 0 ? "" : "Look for " + subject.shortId() + " on the tracker's pages. ";
        return find + "Set tracker.base-url to the application's address to have a link here.";
    }
}
