package io.errortracker.ui.page;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into the search box: {@code is:resolved level:error release:1.4.2 environment:production} and free words.
 *
 * @param text the free words, with one blank between them
 */
record SearchWords(
        String text,
        @Nullable String is,
        @Nullable String level,
        @Nullable String release,
        @Nullable String environment) {

    static SearchWords of(String typed) {
        StringBuilder text = new StringBuilder();
        String is = null;
        String level = null;
        String release = null;
        String environment = null;
        for (String word : typed.strip().split("\\s+")) {
            String value = word.substring(word.indexOf(':') + 1);
            String key = value.isEmpty() ? "" : word.substring(0, word.length() - value.length());
            switch (key) {
                case "is:" -> is = value;
                case "level:" -> level = value;
                case "release:" -> release = value;
                case "environment:", "env:" -> environment = value;
                default -> text.append(text.isEmpty() ? "" : " ").append(word);
            }
        }
        return new SearchWords(text.toString(), is, level, release, environment);
    }

    /** What was typed without a word about the status. */
    static String withoutIs(String typed) {
        StringBuilder rest = new StringBuilder();
        for (String word : typed.strip().split("\\s+")) {
            if (!word.startsWith("is:")) {
                rest.append(rest.isEmpty() ? "" : " ").append(word);
            }
        }
        return rest.toString();
    }
}
