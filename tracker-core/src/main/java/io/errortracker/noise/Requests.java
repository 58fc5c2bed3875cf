package io.errortracker.noise;

import io.errortracker.event.Request;
import org.jspecify.annotations.Nullable;

/** What a request asked for. */
final class Requests {
    private Requests() {}

    /** {@code /shop/orders/7}; null when unknown. */
    static @Nullable String path(@Nullable Request request) {
        String url = request == null ? null : request.url();
        if (url == null) {
            return null;
        }
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        return path < 0 ? null : url.substring(path);
    }
}
