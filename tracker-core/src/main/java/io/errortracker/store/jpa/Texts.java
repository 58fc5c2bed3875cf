package io.errortracker.store.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Foreign text as columns and patterns can hold it. */
final class Texts {
    static final char ESCAPE = '!';
    private static final int MAX_WORDS = 10;
    private static final int MAX_WORD = 200;

    private Texts() {}

    /** At most {@code max} characters, without what PostgreSQL refuses: NUL and halves of surrogate pairs. */
    static String column(String text, int max) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && kept.length() < max; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean fits = kept.length() + Character.charCount(c) <= max;
            if (fits && c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    static @Nullable String optional(@Nullable String text, int max) {
        return text == null ? null : column(text, max);
    }

    /** What free text is looked for in: in lower case, as {@link #patterns} are. */
    static String searchable(@Nullable String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                all.append(part).append('\n');
            }
        }
        return column(all.toString().toLowerCase(Locale.ROOT), 2_000);
    }

    /** A LIKE pattern for each word; {@code %} and {@code _} stand for themselves. */
    static List<String> patterns(String search) {
        List<String> patterns = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(search.toLowerCase(Locale.ROOT));
        while (words.hasMoreTokens() && patterns.size() < MAX_WORDS) {
            patterns.add('%' + escaped(column(words.nextToken(), MAX_WORD)) + '%');
        }
        return patterns;
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder(word.length() + 8);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '%' || c == '_' || c == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
