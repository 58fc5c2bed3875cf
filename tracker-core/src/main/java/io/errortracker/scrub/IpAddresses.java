package io.errortracker.scrub;

/**
 * Addresses of the internet, {@code 73.133.27.120} and {@code 2600:1f18::1}: they may be somebody's. Those of private networks and of the
 * machine itself are nobody's and help, so they stay; so do versions, which have four small numbers or end in zeros.
 */
final class IpAddresses implements Detector {
    private static final int SMALLEST_TELLING = 64;
    private static final int LONGEST_V6 = 39;
    private static final int NEAR = 48;

    @Override
    public int needs() {
        return Traits.DIGIT_DOT | Traits.SEPARATOR;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        int i = 0;
        while (i < text.length()) {
            int end = mayStart(text, i) ? addressEnd(text, i) : i;
            if (end > i) {
                rewrite.replace(i, end, Words.IP);
                i = end;
            } else {
                i++;
            }
        }
        return rewrite.result();
    }

    /** Not within a word, a number or a path of numbers. */
    private static boolean mayStart(String text, int at) {
        if (!isHex(text.charAt(at))) {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != '.' && before != ':' && before != '-' && before != '_';
    }

    private static int addressEnd(String text, int start) {
        return Ascii.isDigit(text.charAt(start)) && quadEnd(text, start) > start
                ? quadEnd(text, start)
                : groupsEnd(text, start);
    }

    private static int quadEnd(String text, int start) {
        int[] parts = new int[4];
        int at = start;
        for (int part = 0; part < 4; part++) {
            int from = at;
            int number = 0;
            while (at < text.length() && at - from < 4 && Ascii.isDigit(text.charAt(at))) {
                number = number * 10 + text.charAt(at) - '0';
                at++;
            }
            boolean isPart = at > from && number <= 255 && (at - from == 1 || text.charAt(from) != '0');
            boolean goesOn = part == 3 || (at < text.length() && text.charAt(at) == '.');
            if (!isPart || !goesOn) {
                return start;
            }
            parts[part] = number;
            at += part == 3 ? 0 : 1;
        }
        return endsAlone(text, at) && isPublic(parts) && !isToldAsVersion(text, start, at) ? at : start;
    }

    /** {@code version 13.0.35.131}, {@code Chrome/131.0.67.86}; a port after it, or a host before it, makes it an address. */
    private static boolean isToldAsVersion(String text, int start, int end) {
        if (end < text.length() && text.charAt(end) == ':') {
            return false;
        }
        if (start > 1 && text.charAt(start - 1) == '/') {
            return Ascii.isLetter(text.charAt(start - 2)) && !hasDot(text, start - 2);
        }
        int from = Math.max(0, start - NEAR);
        int at = Ascii.indexOf(text.substring(from, start), "version", 0);
        return at >= 0;
    }

    /** Whether the word that ends here is the name of a host. */
    private static boolean hasDot(String text, int end) {
        int at = end;
        while (at >= 0 && end - at < NEAR && (Ascii.isToken(text.charAt(at)) || text.charAt(at) == '.')) {
            if (text.charAt(at) == '.') {
                return true;
            }
            at--;
        }
        return false;
    }

    private static boolean endsAlone(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char after = text.charAt(end);
        boolean moreOfIt =
                (after == '.' || after == '-') && end + 1 < text.length() && Ascii.isWord(text.charAt(end + 1));
        return !Character.isLetterOrDigit(after) && after != '_' && !moreOfIt;
    }

    private static boolean isPublic(int[] parts) {
        int first = parts[0];
        int second = parts[1];
        boolean isPrivate = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168);
        boolean isVersion = parts[2] == 0 && parts[3] == 0;
        boolean tells = first >= SMALLEST_TELLING
                || second >= SMALLEST_TELLING
                || parts[2] >= SMALLEST_TELLING
                || parts[3] >= SMALLEST_TELLING;
        return !isPrivate && !isVersion && tells;
    }

    /** Of version 6: global ones begin with 2 or 3 and have four digits in their first group. */
    private static int groupsEnd(String text, int start) {
        boolean isGlobal = text.charAt(start) == '2' || text.charAt(start) == '3';
        if (!isGlobal || start + 5 > text.length() || text.charAt(start + 4) != ':') {
            return start;
        }
        int end = start;
        int groups = 0;
        int digits = 0;
        boolean shortened = false;
        while (end < text.length() && end - start <= LONGEST_V6) {
            char c = text.charAt(end);
            if (isHex(c)) {
                groups += digits == 0 ? 1 : 0;
                digits++;
            } else if (c == ':') {
                shortened |= digits == 0;
                digits = 0;
            } else {
                break;
            }
            if (digits > 4) {
                return start;
            }
            end++;
        }
        boolean whole = groups == 8 || (shortened && groups < 8);
        return whole && digits > 0 && endsAlone(text, end) ? end : start;
    }

    private static boolean isHex(char c) {
        return Ascii.isDigit(c) || (Ascii.lower(c) >= 'a' && Ascii.lower(c) <= 'f');
    }
}
