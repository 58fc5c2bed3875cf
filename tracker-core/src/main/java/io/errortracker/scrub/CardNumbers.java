package io.errortracker.scrub;

/**
 * Numbers of payment cards: 13 to 19 digits, in one run or in the groups printed on a card, of a known issuer, with a right check digit.
 * Sixteen digits of the three largest issuers are taken for a card with a wrong check digit too: somebody may have mistyped theirs.
 */
final class CardNumbers implements Detector {
    private static final int FEWEST = 13;
    private static final int MOST = 19;

    @Override
    public int needs() {
        return Traits.NINE_DIGITS;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        int i = 0;
        while (i < text.length()) {
            if (!Ascii.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int run = endOfRun(text, i);
            int end = cardEnd(text, i, run);
            if (end > i) {
                rewrite.replace(i, end, Words.CARD);
                run = end;
            }
            i = run;
        }
        return rewrite.result();
    }

    /** Whether these digits, and no other character, are the number of a card. */
    static boolean isCard(String digits) {
        return digits.length() >= FEWEST
                && digits.length() <= MOST
                && isIssued(digits)
                && (isOfLargeIssuer(digits) || hasRightCheckDigit(digits));
    }

    private static boolean isOfLargeIssuer(String digits) {
        char first = digits.charAt(0);
        char second = digits.charAt(1);
        return digits.length() == 16
                && (first == '4'
                        || (first == '5' && second >= '1' && second <= '5')
                        || digits.startsWith("6011")
                        || digits.startsWith("65"));
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the card ends that begins with this run of digits; -1 when none does. */
    private static int cardEnd(String text, int start, int run) {
        if (!startsNumber(text, start)) {
            return -1;
        }
        if (run - start >= FEWEST) {
            return endsNumber(text, run) && isCard(run - start > MOST ? "" : text.substring(start, run)) ? run : -1;
        }
        boolean grouped = run - start == 4 && run < text.length() && isSeparator(text.charAt(run));
        return grouped ? groupedEnd(text, start, text.charAt(run)) : -1;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\u00a0';
    }

    /** Groups of four with a shorter one at most at the end, or 4-6-5 and 4-6-4; the longest that is a card. */
    private static int groupedEnd(String text, int start, char separator) {
        if (separator == '-' && start > 0 && text.charAt(start - 1) == '-') {
            return -1;
        }
        StringBuilder digits = new StringBuilder(MOST);
        int card = -1;
        int at = start;
        boolean fours = true;
        while (true) {
            int end = endOfRun(text, at);
            int length = end - at;
            boolean sixes = digits.length() == 4 && length == 6;
            boolean lastOfSixes = digits.length() == 10 && (length == 4 || length == 5);
            if (length == 0 || digits.length() + length > MOST || !(sixes || lastOfSixes || (fours && length <= 4))) {
                return card;
            }
            digits.append(text, at, end);
            if (endsGroups(text, end, separator) && isCard(digits.toString())) {
                card = end;
            }
            fours &= length == 4;
            if (end >= text.length() || text.charAt(end) != separator || (!fours && !sixes)) {
                return card;
            }
            at = end + 1;
        }
    }

    private static boolean startsNumber(String text, int start) {
        return Ascii.startsWord(text, start)
                && !(start > 1 && text.charAt(start - 1) == '.' && Ascii.isDigit(text.charAt(start - 2)));
    }

    private static boolean endsNumber(String text, int end) {
        return Ascii.endsWord(text, end)
                && !(end + 1 < text.length() && text.charAt(end) == '.' && Ascii.isDigit(text.charAt(end + 1)));
    }

    /** A dash and more make it part of something longer, such as a UUID. */
    private static boolean endsGroups(String text, int end, char separator) {
        boolean goesOn = separator == '-'
                && end + 1 < text.length()
                && text.charAt(end) == '-'
                && Ascii.isWord(text.charAt(end + 1));
        return endsNumber(text, end) && !goesOn;
    }

    private static boolean isIssued(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        int length = digits.length();
        return switch (digits.charAt(0)) {
            case '2' ->
                (length == 16 && four >= 2221 && four <= 2720)
                        || (length >= 16 && four >= 2200 && four <= 2204)
                        || (length == 15 && four == 2131);
            case '3' -> isTravelCard(two, four, length);
            case '4' -> length == 13 || length == 16 || length == 19;
            case '5' -> two >= 51 && two <= 55 ? length == 16 : true;
            case '6' -> true;
            case '8' -> length == 16 && (two == 81 || two == 82);
            default -> length == 15 && four == 1800;
        };
    }

    /** American Express, Diners Club, JCB. */
    private static boolean isTravelCard(int two, int four, int length) {
        if (two == 34 || two == 37) {
            return length == 15;
        }
        if (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059)) {
            return length >= 14;
        }
        return length >= 16 && four >= 3528 && four <= 3589;
    }

    private static boolean hasRightCheckDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = digits.charAt(i) - '0';
            int weighted = place % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
