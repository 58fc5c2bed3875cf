package io.errortracker.scrub;

/** Logins in URLs: {@code https://user:password@host}; secret path segments; values of secret keys in the query, however escaped. */
final class Urls implements Detector {
    private static final int LONGEST_PLAIN_USER = 12;

    private final QueryStrings queries;
    private final PathTokens paths;

    Urls(QueryStrings queries, PathTokens paths) {
        this.queries = queries;
        this.paths = paths;
    }

    @Override
    public int needs() {
        return Traits.SLASH;
    }

    @Override
    public String scrub(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return text;
        }
        Rewrite rewrite = new Rewrite(text);
        while (scheme >= 0) {
            int start = scheme + 3;
            int end = endOfUrl(text, start);
            String url = text.substring(start, end);
            String scrubbed = afterScheme(url);
            if (!scrubbed.equals(url)) {
                rewrite.replace(start, end, scrubbed);
            }
            scheme = text.indexOf("://", end);
        }
        return rewrite.result();
    }

    private static int endOfUrl(String text, int start) {
        int end = start;
        while (end < text.length() && !endsUrl(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsUrl(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`' || c == '|';
    }

    private String afterScheme(String url) {
        int path = firstOf(url, "/?#");
        String authority = authority(url.substring(0, path));
        int query = url.indexOf('?', path);
        int pathEnd = query < 0 ? url.length() : query;
        String tokens = paths.scrub(url.substring(path, pathEnd));
        return query < 0 ? authority + tokens : authority + tokens + query(url.substring(query));
    }

    private String query(String queryAndFragment) {
        int fragment = queryAndFragment.indexOf('#');
        int end = fragment < 0 ? queryAndFragment.length() : fragment;
        return "?" + queries.scrub(queryAndFragment.substring(1, end)) + queryAndFragment.substring(end);
    }

    private static String authority(String authority) {
        int at = authority.lastIndexOf('@');
        return at < 0 || isPlainUser(authority, at) ? authority : Words.SCRUBBED + authority.substring(at);
    }

    /** {@code git@}: a name without a password, and too short and plain to be a token. */
    private static boolean isPlainUser(String authority, int at) {
        if (authority.startsWith(Words.SCRUBBED) && at == Words.SCRUBBED.length()) {
            return true;
        }
        for (int i = 0; i < at; i++) {
            if (!Ascii.isLetter(authority.charAt(i))) {
                return false;
            }
        }
        return at <= LONGEST_PLAIN_USER;
    }

    private static int firstOf(String url, String characters) {
        for (int i = 0; i < url.length(); i++) {
            if (characters.indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        return url.length();
    }
}
