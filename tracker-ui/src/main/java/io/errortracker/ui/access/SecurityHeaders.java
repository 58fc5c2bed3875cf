package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What every answer of the pages and of the API tells the browser: load nothing from elsewhere, run nothing inline, frame nothing,
 * keep nothing.
 *
 * @since 0.1.0
 */
public final class SecurityHeaders {

    /** Each header with its value. */
    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private SecurityHeaders() {}

    /** Sets all of them; one that was set before is replaced. */
    public static void set(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }
}
