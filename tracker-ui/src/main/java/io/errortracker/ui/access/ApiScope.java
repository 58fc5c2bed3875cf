package io.errortracker.ui.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a bearer token may do.
 *
 * @since 0.1.0
 */
public enum ApiScope {
    /** Read issues, events and releases. */
    READ,
    /** Change issues. */
    WRITE,
    /** Announce releases and upload files for them; what a build needs. */
    UPLOAD;

    /** {@code read}, {@code write}, {@code upload}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param words separated by blanks; none for every scope @throws IllegalArgumentException for a word that is none */
    static Set<ApiScope> parse(String words) {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        for (String word : words.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                scopes.add(named(word));
            }
        }
        return scopes.isEmpty() ? EnumSet.allOf(ApiScope.class) : scopes;
    }

    /** The scope of this word. */
    public static Optional<ApiScope> ofLabel(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(word))
                .findFirst();
    }

    private static ApiScope named(String word) {
        return ofLabel(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("tracker.api.tokens: after a token come scopes, which are "
                                + Arrays.stream(values()).map(ApiScope::label).collect(Collectors.joining(", "))));
    }
}
