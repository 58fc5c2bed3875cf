package io.errortracker.group;

import java.util.Locale;
import java.util.Set;

/** Twins of one method, written out for each primitive type or side or numbered ({@code nextInt, nextLong}; {@code padLeft, padRight}; {@code lookup, lookup2}), under one name. */
final class Siblings {
    private static final Set<String> VARIANTS = Set.of(
            "int",
            "integer",
            "long",
            "short",
            "byte",
            "char",
            "character",
            "float",
            "double",
            "boolean",
            "left",
            "right");

    private Siblings() {}

    /** The method with each such word replaced and without a last digit. A name that is nothing but such a word stays. */
    static String neutral(String name) {
        String method = withoutCopyNumber(name);
        StringBuilder neutral = null;
        int start = 0;
        for (int at = 1; at <= method.length(); at++) {
            if (at == method.length() || Character.isUpperCase(method.charAt(at))) {
                if (isVariant(method, start, at)) {
                    neutral = neutral == null ? new StringBuilder(method.substring(0, start)) : neutral;
                    neutral.append('#');
                } else if (neutral != null) {
                    neutral.append(method, start, at);
                }
                start = at;
            }
        }
        return neutral == null || neutral.length() == 1 ? method : neutral.toString();
    }

    private static String withoutCopyNumber(String name) {
        int last = name.length() - 1;
        boolean numbered =
                last > 0 && Character.isDigit(name.charAt(last)) && Character.isLetter(name.charAt(last - 1));
        return numbered ? name.substring(0, last) : name;
    }

    private static boolean isVariant(String method, int start, int end) {
        int length = end - start;
        return length >= 3
                && length <= 9
                && VARIANTS.contains(method.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
