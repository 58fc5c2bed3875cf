package io.errortracker.scrub;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keeps the values of the few headers that help and are nobody's secret; of all others only the name. */
final class Headers {
    private static final Set<String> STORED =
            Set.of("host", "user-agent", "content-type", "content-length", "referer", "x-request-id", "traceparent");

    private final Profiles profiles;

    Headers(Profiles profiles) {
        this.profiles = profiles;
    }

    Map<String, String> scrub(Map<String, String> headers) {
        Map<String, String> stored = new LinkedHashMap<>();
        headers.forEach((name, value) -> stored.put(profiles.prose().scrub(name), value(name, value)));
        return stored;
    }

    private String value(String name, String value) {
        String header = name.toLowerCase(Locale.ROOT);
        if (header.equals("referer")) {
            return profiles.address().scrub(withoutQuery(value));
        }
        boolean kept = STORED.contains(header) || header.equals("accept") || header.startsWith("accept-");
        return kept ? profiles.prose().scrub(value) : Words.NOT_STORED;
    }

    private static String withoutQuery(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#' && url.charAt(end) != ';') {
            end++;
        }
        return url.substring(0, end);
    }
}
