package io.errortracker.noise;

import java.util.ArrayList;
import java.util.List;

/** {@code 404}, {@code 4xx}, {@code 500-503}, several separated by commas. */
record StatusCodes(List<Range> ranges) {

    private record Range(int from, int to) {}

    /** @throws BrokenRuleException when it cannot be read */
    static StatusCodes of(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            ranges.add(range(part.strip(), text));
        }
        return new StatusCodes(List.copyOf(ranges));
    }

    private static Range range(String part, String text) {
        if (part.length() == 3 && part.regionMatches(true, 1, "xx", 0, 2)) {
            int hundred = number(part.charAt(0) + "00", text);
            return new Range(hundred, hundred + 99);
        }
        int dash = part.indexOf('-');
        if (dash < 0) {
            int code = number(part, text);
            return new Range(code, code);
        }
        return new Range(
                number(part.substring(0, dash).strip(), text),
                number(part.substring(dash + 1).strip(), text));
    }

    private static int number(String digits, String text) {
        boolean isCode =
                digits.length() == 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9') && digits.charAt(0) > '0';
        if (!isCode) {
            throw new BrokenRuleException(Criterion.STATUS, text, Criterion.STATUS.rule());
        }
        return Integer.parseInt(digits);
    }

    boolean hold(int status) {
        return ranges.stream().anyMatch(range -> status >= range.from && status <= range.to);
    }
}
