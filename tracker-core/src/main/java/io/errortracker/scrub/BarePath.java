package io.errortracker.scrub;

/** A text that is a URL or a path as a whole, such as {@code /reset/3f5a...?token=x}; where it names a host, {@link Urls} sees to it. */
final class BarePath implements Detector {
    private final QueryStrings queries;
    private final PathTokens paths;

    BarePath(QueryStrings queries, PathTokens paths) {
        this.queries = queries;
        this.paths = paths;
    }

    @Override
    public int needs() {
        return Traits.SLASH;
    }

    @Override
    public String scrub(String text) {
        if (text.contains("://")) {
            return text;
        }
        int query = text.indexOf('?');
        if (query < 0) {
            return paths.scrub(text);
        }
        return paths.scrub(text.substring(0, query)) + "?" + queries.scrub(text.substring(query + 1));
    }
}
