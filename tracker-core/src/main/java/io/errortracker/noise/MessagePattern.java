package io.errortracker.noise;

import io.errortracker.bundled.re2j.Pattern;
import io.errortracker.bundled.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A pattern for messages. RE2 takes linear time whatever the pattern. */
record MessagePattern(Pattern pattern) {
    /** Repetitions within repetitions multiply: the compiled pattern grows with their product. */
    private static final long MOST_REPEATS = 1_000;

    /** @throws BrokenRuleException when it cannot be read */
    static MessagePattern of(String text) {
        if (repeats(text) > MOST_REPEATS) {
            throw new BrokenRuleException(
                    Criterion.MESSAGE, text, "a pattern whose repetitions multiply to 1,000 at most");
        }
        try {
            return new MessagePattern(Pattern.compile(text));
        } catch (PatternSyntaxException broken) {
            throw new BrokenRuleException(
                    Criterion.MESSAGE, text, Criterion.MESSAGE.rule() + ": " + broken.getDescription());
        }
    }

    private static long repeats(String text) {
        long product = 1;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            product = Math.min(MOST_REPEATS * 1_000, product * Math.max(1, greatestCount(text, at + 1)));
        }
        return product;
    }

    /** The greater number of {@code 2,30}. */
    private static long greatestCount(String text, int from) {
        long greatest = 0;
        long number = 0;
        for (int at = from; at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == ','); at++) {
            number = isDigit(text.charAt(at)) ? Math.min(100_000, number * 10 + text.charAt(at) - '0') : 0;
            greatest = Math.max(greatest, number);
        }
        return greatest;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean isIn(@Nullable String text) {
        return text != null && pattern.matcher(text).find();
    }
}
