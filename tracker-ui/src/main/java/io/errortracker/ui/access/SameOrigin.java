package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether a request comes from our own pages. A browser says so in {@code Sec-Fetch-Site}; where it does not, over plain http, the
 * {@code Origin} must be our own. A request with neither is refused.
 */
final class SameOrigin {
    private final Optional<WebOrigin> configured;

    SameOrigin(Optional<WebOrigin> configured) {
        this.configured = configured;
    }

    boolean holds(HttpServletRequest request) {
        List<String> sites = values(request, "Sec-Fetch-Site");
        return sites.isEmpty() ? originIsOurs(request) : sites.equals(List.of("same-origin"));
    }

    /** Whether the browser reached us by https: as the container says, or at the configured address. */
    boolean isHttps(HttpServletRequest request) {
        return request.isSecure()
                || configured
                        .filter(WebOrigin::isHttps)
                        .filter(ours -> WebOrigin.of("https", request.getHeader("Host"))
                                .filter(ours::equals)
                                .isPresent())
                        .isPresent();
    }

    private boolean originIsOurs(HttpServletRequest request) {
        List<String> origins = values(request, "Origin");
        if (origins.size() != 1) {
            return false;
        }
        Optional<WebOrigin> origin = WebOrigin.of(origins.get(0));
        return origin.isPresent()
                && (origin.equals(configured)
                        || origin.equals(WebOrigin.of(request.getScheme(), request.getHeader("Host"))));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
