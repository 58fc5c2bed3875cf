package io.errortracker.api;

import org.jspecify.annotations.Nullable;

/**
 * What the API says about the application it speaks for.
 *
 * @param root where the pages are on this server, without host: {@code /shop/errors}
 * @param pagesUrl where people reach the pages from outside: {@code https://shop.example/shop/errors}; null when unknown: then links are
 *     paths, for what the {@code Host} header says is not to be trusted
 * @param project the project's slug and name: {@code shop}
 * @since 0.1.0
 */
public record ApiSettings(String root, @Nullable String pagesUrl, String project) {

    /** The address of the pages, for people. */
    String pages() {
        return pagesUrl == null ? root : pagesUrl;
    }
}
