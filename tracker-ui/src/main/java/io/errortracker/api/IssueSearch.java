package io.errortracker.api;

import io.errortracker.event.Level;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sentry's search text: {@code is:unresolved level:error release:1.4.2 environment:production} and free text, which may stand in quotes.
 * A word with a colon that is none of these is free text, as an address is.
 */
final class IssueSearch {
    private @Nullable IssueStatus status;
    private @Nullable String environment;
    private @Nullable String release;
    private @Nullable Level level;
    private final List<String> words = new ArrayList<>();

    private IssueSearch() {}

    /**
     * @param query null means unresolved issues, an empty one all, as in Sentry
     * @param environment from a parameter of its own; null for none
     */
    static IssueQuery parse(
            @Nullable String query,
            @Nullable String environment,
            @Nullable String sort,
            @Nullable String cursor,
            int limit) {
        IssueSearch search = new IssueSearch();
        search.environment = environment == null || environment.isBlank() ? null : environment;
        words(query == null ? "is:unresolved" : query).forEach(search::add);
        return new IssueQuery(
                search.status,
                String.join(" ", search.words),
                search.environment,
                search.release,
                search.level,
                sort(sort),
                cursor,
                limit);
    }

    private void add(String word) {
        int colon = word.indexOf(':');
        String key = colon < 0 ? "" : word.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = unquoted(word.substring(colon + 1));
        switch (key) {
            case "is" -> status = status(value);
            case "level" -> level = level(value);
            case "environment" -> environment = value;
            case "release" -> release = value;
            default -> words.add(unquoted(word));
        }
    }

    private static IssueStatus status(String value) {
        return value.equalsIgnoreCase("archived")
                ? IssueStatus.IGNORED
                : IssueStatus.ofLabel(value)
                        .orElseThrow(() -> ApiProblem.badRequest(
                                "Invalid value for \"is\" search: use unresolved, resolved or ignored"));
    }

    private static Level level(String value) {
        return Level.ofLabel(value)
                .orElseThrow(() -> ApiProblem.badRequest(
                        "Invalid value for \"level\" search: use fatal, error, warning, info or debug"));
    }

    private static Sort sort(@Nullable String name) {
        return switch (name == null ? "date" : name) {
            case "date", "", "recommended", "trends", "priority", "inbox" -> Sort.LAST_SEEN;
            case "new" -> Sort.FIRST_SEEN;
            case "freq" -> Sort.EVENTS;
            case "user" -> Sort.USERS;
            default -> throw ApiProblem.badRequest("Invalid sort: use date, new, freq or user");
        };
    }

    /** Split at blanks outside quotes. */
    private static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            quoted ^= c == '"';
            if (!quoted && Character.isWhitespace(c)) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String unquoted(String word) {
        return word.replace("\"", "");
    }
}
