package io.errortracker.scrub;

import java.util.HashMap;
import java.util.Map;

/** International bank account numbers: a country, the length it uses, and a right checksum; in one run or in groups. */
final class Ibans implements Detector {
    private static final int LONGEST = 34;
    private static final Map<String, Integer> LENGTHS =
            lengths("AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29"
                    + "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27"
                    + "MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28"
                    + "TL23TN24TR26UA29VA22VG24XK20");

    @Override
    public int needs() {
        return Traits.NINE_DIGITS;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        for (int i = 0; i + 4 <= text.length(); i++) {
            if (startsLikeOne(text, i)) {
                int end = ibanEnd(text, i);
                if (end > i) {
                    rewrite.replace(i, end, Words.IBAN);
                    i = end - 1;
                }
            }
        }
        return rewrite.result();
    }

    private static boolean startsLikeOne(String text, int at) {
        return Ascii.isLetter(text.charAt(at))
                && Ascii.isLetter(text.charAt(at + 1))
                && Ascii.isDigit(text.charAt(at + 2))
                && Ascii.isDigit(text.charAt(at + 3))
                && Ascii.startsWord(text, at);
    }

    private static int ibanEnd(String text, int start) {
        String country = "" + upper(text.charAt(start)) + upper(text.charAt(start + 1));
        Integer length = LENGTHS.get(country);
        if (length == null) {
            return -1;
        }
        StringBuilder iban = new StringBuilder(LONGEST);
        int at = start;
        while (at < text.length() && iban.length() < length) {
            char c = text.charAt(at);
            if (Ascii.isWord(c)) {
                iban.append(upper(c));
            } else if (!isSeparator(text, at)) {
                return -1;
            }
            at++;
        }
        return iban.length() == length && Ascii.endsWord(text, at) && hasRightChecksum(iban) ? at : -1;
    }

    /** One blank or dash between two characters of the number. */
    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        return (c == ' ' || c == '-' || c == '\u00a0') && Ascii.isWord(text.charAt(at - 1));
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    private static boolean hasRightChecksum(CharSequence iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            char c = iban.charAt((i + 4) % iban.length());
            remainder = Ascii.isDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder == 1;
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < table.length(); i += 4) {
            lengths.put(table.substring(i, i + 2), Integer.valueOf(table.substring(i + 2, i + 4)));
        }
        return Map.copyOf(lengths);
    }
}
