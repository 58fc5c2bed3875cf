package io.errortracker.scrub;

import java.util.Locale;
import java.util.Set;

/** E-mail addresses, also with their at sign escaped as in a URL. */
final class Emails implements Detector {
    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_DOMAIN = 255;

    /** End names of files, which stand after an at sign too: {@code render@app.bundle.js}. */
    private static final Set<String> FILE_ENDS =
            Set.of("js", "mjs", "css", "ts", "jar", "java", "class", "xml", "json");

    @Override
    public int needs() {
        return Traits.AT | Traits.PERCENT;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        for (int i = 0; i < text.length(); i++) {
            int domain = domainStart(text, i);
            if (domain > 0) {
                int start = localStart(text, i, rewrite.done());
                int end = start < i ? domainEnd(text, domain) : domain;
                if (end > domain && !isGit(text, start, i)) {
                    rewrite.replace(start, end, Words.EMAIL);
                    i = end - 1;
                }
            }
        }
        return rewrite.result();
    }

    private static int domainStart(String text, int at) {
        char c = text.charAt(at);
        if (c == '@') {
            return at + 1;
        }
        return c == '%' && text.startsWith("%40", at) ? at + 3 : -1;
    }

    private static int localStart(String text, int at, int from) {
        int start = at;
        int first = Math.max(from, at - LONGEST_LOCAL);
        while (start > first && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\'';
    }

    /** After the top-level domain; {@code start} when there is none. */
    private static int domainEnd(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_DOMAIN);
        int end = start;
        while (end < limit && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int top = lastLabel(text, start, end);
        return top > start + 1 && isTopLevel(text.substring(top, end)) ? end : start;
    }

    /** Where the last label begins; never looks further back than {@code start}, for that would take quadratic time. */
    private static int lastLabel(String text, int start, int end) {
        int at = end;
        while (at > start && text.charAt(at - 1) != '.') {
            at--;
        }
        return at;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static boolean isTopLevel(String label) {
        return label.length() >= 2
                && label.chars().allMatch(Character::isLetter)
                && !FILE_ENDS.contains(label.toLowerCase(Locale.ROOT));
    }

    /** {@code git@github.com} is an address, but nobody's. */
    private static boolean isGit(String text, int start, int at) {
        return at - start == 3 && text.startsWith("git", start);
    }
}
