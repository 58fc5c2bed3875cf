package io.errortracker.ui.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of a request as names and values. */
final class QueryText {
    private static final int MOST = 50;

    private QueryText() {}

    static List<Node.Entry> entries(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return List.of();
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (String pair : query.split("&", MOST)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            entries.add(new Node.Entry(ForeignText.plain(decoded(name)), Node.of(decoded(value))));
        }
        return List.copyOf(entries);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
