package io.errortracker.store.jpa;

import java.util.Locale;
import java.util.OptionalLong;

/** The ids that people say: a prefix and the number. */
record ShortIds(String prefix) {

    String of(long id) {
        return prefix + "-" + id;
    }

    OptionalLong id(String shortId) {
        String start = prefix + "-";
        String digits = shortId.strip().toUpperCase(Locale.ROOT);
        digits = digits.startsWith(start) ? digits.substring(start.length()) : "";
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
