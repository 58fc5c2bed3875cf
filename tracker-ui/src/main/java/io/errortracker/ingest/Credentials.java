package io.errortracker.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys and projects that a request names, in each of the places where SDKs write them. All must agree. */
final class Credentials {
    /** There is one project. */
    static final String PROJECT = "1";

    private static final int MAX_TEXT = 4_096;

    private final Set<String> keys = new HashSet<>();
    private final Set<String> projects = new HashSet<>();

    /** What is known before the body is read. @param project of the path; null when it names none */
    static Credentials of(HttpServletRequest request, @Nullable String project) {
        Credentials credentials = new Credentials();
        if (project != null) {
            credentials.projects.add(project);
        }
        credentials.addQuery(request.getQueryString());
        credentials.addHeader(request.getHeader("X-Sentry-Auth"));
        credentials.addHeader(request.getHeader("Authorization"));
        return credentials;
    }

    /** {@code sentry_key=...}; read by hand, for parameters would make the container read the body. */
    private void addQuery(@Nullable String query) {
        if (query != null && query.length() <= MAX_TEXT) {
            addPairs(query, '&');
        }
    }

    /** {@code Sentry sentry_version=7, sentry_key=...}. */
    private void addHeader(@Nullable String header) {
        if (header != null
                && header.length() <= MAX_TEXT
                && header.toLowerCase(Locale.ROOT).startsWith("sentry ")) {
            addPairs(header.substring("sentry ".length()), ',');
        }
    }

    private void addPairs(String text, char separator) {
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf(separator, start);
            int end = next < 0 ? text.length() : next;
            String pair = text.substring(start, end).strip();
            if (pair.startsWith("sentry_key=")) {
                keys.add(pair.substring("sentry_key=".length()));
            }
            start = end + 1;
        }
    }

    /** {@code https://key@host/path/1}, the envelope's own. Whatever cannot be read counts as a wrong one. */
    void addDsn(@Nullable String dsn) {
        if (dsn == null) {
            return;
        }
        int scheme = dsn.indexOf("://");
        int at = dsn.indexOf('@');
        int last = dsn.lastIndexOf('/');
        if (dsn.length() > MAX_TEXT || scheme < 0 || at < scheme || last < at) {
            keys.add("");
            return;
        }
        String user = dsn.substring(scheme + 3, at);
        int secret = user.indexOf(':');
        keys.add(secret < 0 ? user : user.substring(0, secret));
        projects.add(dsn.substring(last + 1));
    }

    boolean hasKey() {
        return !keys.isEmpty();
    }

    /** The one key that is named. @throws Refusal when there is none or several, or another project is meant */
    String key() throws Refusal {
        boolean ours = projects.stream().allMatch(PROJECT::equals);
        if (keys.size() != 1 || !ours) {
            throw Refusal.forbidden();
        }
        return keys.iterator().next();
    }
}
