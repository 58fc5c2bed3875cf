package io.errortracker.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request in which it happened. Never holds a body, a form value or a cookie of the host's.
 *
 * @param method {@code GET}, ...; null when unknown
 * @param url the URL without its query; null when unknown
 * @param queryString the query without its question mark; null when there was none
 * @param headers allow-listed headers by lower-case name; a header that is not on the list has the value {@code [not stored]}
 * @since 0.1.0
 */
public record Request(
        @Nullable String method,
        @Nullable String url,
        @Nullable String queryString,
        Map<String, String> headers) {

    public Request {
        headers = Values.copyOf(headers);
    }

    /** The header of this lower-case name; null when absent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
