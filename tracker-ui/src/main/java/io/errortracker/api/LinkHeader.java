package io.errortracker.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sentry's paging: a {@code Link} header with the page before and the page after, each saying whether it has results. The addresses are
 * paths: a client resolves them against the address it called.
 */
final class LinkHeader {
    /** The cursor of a page before the first and of one after the last: an empty page, so that a client that only looks at cursors ends. */
    static final String NOWHERE = "0:0:0";

    private LinkHeader() {}

    /**
     * @param path of the request, without query
     * @param query of the request, still encoded; null for none
     */
    static String of(String path, @Nullable String query, @Nullable String previous, @Nullable String next) {
        String address = harmless(path) + "?" + withoutCursor(query == null ? "" : query);
        return link(address, "previous", previous) + ", " + link(address, "next", next);
    }

    private static String link(String address, String relation, @Nullable String cursor) {
        String known = cursor == null ? NOWHERE : cursor;
        return "<" + address + "cursor=" + URLEncoder.encode(known, StandardCharsets.UTF_8) + ">; rel=\"" + relation
                + "\"; results=\"" + (cursor != null) + "\"; cursor=\"" + harmless(known) + "\"";
    }

    private static String withoutCursor(String query) {
        StringBuilder kept = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty() && !parameter.startsWith("cursor=")) {
                kept.append(harmless(parameter)).append('&');
            }
        }
        return kept.toString();
    }

    /** What would end the address or the header is escaped; a browser or a client has done so already. */
    private static String harmless(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = c > 0x20 && c < 0x7f && "<>\"\\".indexOf(c) < 0;
            safe.append(harmless ? String.valueOf(c) : URLEncoder.encode(String.valueOf(c), StandardCharsets.UTF_8));
        }
        return safe.toString();
    }
}
