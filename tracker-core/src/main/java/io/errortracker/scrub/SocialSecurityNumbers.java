package io.errortracker.scrub;

/** Social security numbers of the United States in their usual spelling, {@code 123-45-6789}. */
final class SocialSecurityNumbers implements Detector {
    private static final int LENGTH = 11;

    @Override
    public int needs() {
        return Traits.NINE_DIGITS;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        int dash = text.indexOf('-');
        while (dash >= 0) {
            int start = dash - 3;
            if (start >= rewrite.done() && isNumber(text, start)) {
                rewrite.replace(start, start + LENGTH, Words.SSN);
            }
            dash = text.indexOf('-', dash + 1);
        }
        return rewrite.result();
    }

    private static boolean isNumber(String text, int start) {
        int end = start + LENGTH;
        return end <= text.length()
                && text.charAt(start + 6) == '-'
                && areDigits(text, start, 3)
                && areDigits(text, start + 4, 2)
                && areDigits(text, start + 7, 4)
                && standsAlone(text, start, end)
                && wasIssued(text.substring(start, end));
    }

    private static boolean areDigits(String text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Ascii.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsAlone(String text, int start, int end) {
        boolean before = start > 0 && text.charAt(start - 1) == '-';
        boolean after = end + 1 < text.length() && text.charAt(end) == '-' && Ascii.isWord(text.charAt(end + 1));
        return Ascii.startsWord(text, start) && Ascii.endsWord(text, end) && !before && !after;
    }

    private static boolean wasIssued(String number) {
        return !number.startsWith("000")
                && !number.startsWith("666")
                && number.charAt(0) != '9'
                && !number.startsWith("00", 4)
                && !number.endsWith("0000");
    }
}
