package io.errortracker.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the caller reached us: clients send their token only to the scheme, host and port that they were given, so the addresses in an
 * answer must be of these. What is told here goes to nobody but the caller, who sent it; so it is no harm to believe the caller's
 * {@code Host}, nor that of a proxy. Where it is the host that {@code tracker.base-url} names, that also tells the scheme.
 */
final class CallersAddress {
    private CallersAddress() {}

    /** {@code https://shop.example}; empty when the caller did not say, so that addresses are paths. */
    static String of(HttpServletRequest request, @Nullable String pagesUrl) {
        String host = authority(request.getHeader("X-Forwarded-Host"));
        host = host == null ? authority(request.getHeader("Host")) : host;
        if (host == null) {
            return "";
        }
        if (pagesUrl != null && pagesUrl.startsWith("https://" + host + "/")) {
            return "https://" + host;
        }
        String scheme = first(request.getHeader("X-Forwarded-Proto"));
        boolean told = "http".equals(scheme) || "https".equals(scheme);
        return (told ? scheme : request.getScheme()) + "://" + host;
    }

    /** The first of a list: what the outermost proxy was asked for. */
    private static @Nullable String first(@Nullable String header) {
        if (header == null) {
            return null;
        }
        int comma = header.indexOf(',');
        return (comma < 0 ? header : header.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
    }

    /** A host and perhaps a port; null for anything else. */
    private static @Nullable String authority(@Nullable String header) {
        String host = first(header);
        return host != null
                        && !host.isEmpty()
                        && host.length() <= 255
                        && host.chars().allMatch(CallersAddress::isOfHost)
                ? host
                : null;
    }

    private static boolean isOfHost(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._:[]".indexOf(c) >= 0;
    }
}
