package io.errortracker.scrub;

/** Secrets as segments of a path: what follows {@code /reset-password/}, and what looks drawn at random. */
final class PathTokens {
    private static final int SHORTEST_AFTER_KEY = 8;
    private static final int SHORTEST_RANDOM = 24;
    private static final String[] HANDS_OUT_TOKENS = {
        "reset",
        "verify",
        "confirm",
        "activate",
        "activation",
        "invite",
        "invitation",
        "magic",
        "unsubscribe",
        "onetime",
        "share"
    };

    private final KeyRules keys;

    PathTokens(KeyRules keys) {
        this.keys = keys;
    }

    /** The same instance when nothing was found. */
    String scrub(String path) {
        Rewrite rewrite = new Rewrite(path);
        boolean afterKey = false;
        int start = 0;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            if (isSecret(path, start, end, afterKey)) {
                rewrite.replace(start, end, Words.SCRUBBED);
            }
            afterKey = end > start && announces(Name.of(path, start, end));
            start = end + 1;
        }
        return rewrite.result();
    }

    private boolean announces(Name segment) {
        for (String word : HANDS_OUT_TOKENS) {
            if (segment.hasWord(word)) {
                return true;
            }
        }
        return keys.isSecretInText(segment);
    }

    private static boolean isSecret(String path, int start, int end, boolean afterKey) {
        int length = end - start;
        if (length < (afterKey ? SHORTEST_AFTER_KEY : SHORTEST_RANDOM)) {
            return false;
        }
        int digits = 0;
        int uppers = 0;
        int lowers = 0;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (Ascii.isDigit(c)) {
                digits++;
            } else if (Ascii.isUpper(c)) {
                uppers++;
            } else if (Ascii.isLetter(c)) {
                lowers++;
            } else if (c != '-' && c != '_' && c != '~' && !(afterKey && c == '.')) {
                return false;
            }
        }
        return afterKey ? digits >= 2 : digits >= 3 && uppers >= 3 && lowers >= 3;
    }
}
