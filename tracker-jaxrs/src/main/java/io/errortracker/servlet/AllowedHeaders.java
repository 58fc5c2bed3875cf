package io.errortracker.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of a request that are stored: those on a list with their value, all others with their name only. */
final class AllowedHeaders {
    private static final String NOT_STORED = "[not stored]";
    private static final int MAX_HEADERS = 100;
    private static final int MAX_NAME = 128;
    private static final int MAX_VALUE = 1_024;

    private static final Set<String> ALLOWED = Set.of(
            "host",
            "user-agent",
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "content-type",
            "content-length",
            "referer",
            "x-request-id",
            "traceparent");

    private AllowedHeaders() {}

    static Map<String, String> of(HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames();
        if (names == null) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        while (names.hasMoreElements() && headers.size() < MAX_HEADERS) {
            String name = names.nextElement();
            String key = cut(name, MAX_NAME).toLowerCase(Locale.ROOT);
            headers.putIfAbsent(key, ALLOWED.contains(key) ? value(key, request.getHeader(name)) : NOT_STORED);
        }
        return headers;
    }

    private static String value(String key, String value) {
        if (value == null) {
            return "";
        }
        return switch (key) {
            case "referer" -> cut(Urls.withoutUserInfo(Urls.withoutQuery(value)), MAX_VALUE);
            case "host" -> cut(value.substring(value.lastIndexOf('@') + 1), MAX_VALUE);
            default -> cut(value, MAX_VALUE);
        };
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
