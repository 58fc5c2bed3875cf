package io.errortracker.ui.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scheme, a host and a port, as in the {@code Origin} header; a default port is left out, letters are small.
 *
 * @since 0.1.0
 */
public record WebOrigin(String scheme, String authority) {

    /** The origin of an http or https URL. Empty for anything else, {@code null} and URLs with user information included. */
    public static Optional<WebOrigin> of(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null
                    ? Optional.empty()
                    : of(uri.getScheme(), uri.getRawAuthority());
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    /** The origin of a scheme and a {@code Host} header. */
    public static Optional<WebOrigin> of(String scheme, @Nullable String host) {
        String small = scheme.toLowerCase(Locale.ROOT);
        if (host == null || host.isEmpty() || !(small.equals("http") || small.equals("https"))) {
            return Optional.empty();
        }
        return Optional.of(new WebOrigin(small, withoutDefaultPort(small, host.toLowerCase(Locale.ROOT))));
    }

    public boolean isHttps() {
        return scheme.equals("https");
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        String port = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
