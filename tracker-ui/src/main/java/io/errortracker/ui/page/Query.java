package io.errortracker.ui.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request: of its address, or of the form it posts.
 *
 * @param values by name; never null
 * @since 0.1.0
 */
public record Query(Map<String, List<String>> values) {
    private static final int LONGEST = 500;

    /** The parameter without blanks around it, at most 500 characters of it; null when missing or blank. */
    public @Nullable String text(String name) {
        List<String> all = values.get(name);
        if (all == null || all.isEmpty()) {
            return null;
        }
        String text = all.get(0).strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The parameter as it was typed, with line ends as they are here, at most so many characters of it; empty when missing. */
    public String longText(String name, int longest) {
        List<String> all = values.get(name);
        String text = all == null || all.isEmpty()
                ? ""
                : all.get(0).replace("\r\n", "\n").strip();
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Every value of the parameter that is a whole number, each once. */
    public Collection<Long> numbers(String name) {
        Collection<Long> numbers = new LinkedHashSet<>();
        for (String text : values.getOrDefault(name, List.of())) {
            Long number = number(text);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The whole number this text is; null when it is none. */
    public static @Nullable Long number(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Long.valueOf(text);
    }
}
