package io.errortracker.scrub;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that their issuer made recognisable by how they begin, and JSON web tokens. */
final class IssuedTokens implements Detector {
    private static final List<Kind> KINDS = List.of(
            new Kind("AKIA", 16), // Amazon Web Services
            new Kind("ASIA", 16),
            new Kind("ABIA", 16),
            new Kind("ACCA", 16),
            new Kind("ghp_", 20), // GitHub
            new Kind("gho_", 20),
            new Kind("ghu_", 20),
            new Kind("ghs_", 20),
            new Kind("ghr_", 20),
            new Kind("github_pat_", 20),
            new Kind("glpat-", 16), // GitLab
            new Kind("gldt-", 16),
            new Kind("xoxb-", 10), // Slack
            new Kind("xoxp-", 10),
            new Kind("xoxa-", 10),
            new Kind("xoxr-", 10),
            new Kind("xoxs-", 10),
            new Kind("xoxe-", 10),
            new Kind("xapp-", 10),
            new Kind("sk_live_", 10), // Stripe
            new Kind("sk_test_", 10),
            new Kind("rk_live_", 10),
            new Kind("rk_test_", 10),
            new Kind("pk_live_", 10),
            new Kind("whsec_", 16),
            new Kind("AIza", 30), // Google
            new Kind("ya29.", 16),
            new Kind("GOCSPX-", 20),
            new Kind("SG.", 30), // SendGrid
            new Kind("npm_", 30),
            new Kind("pypi-", 30),
            new Kind("dop_v1_", 30), // DigitalOcean
            new Kind("shpat_", 30), // Shopify
            new Kind("shpss_", 30),
            new Kind("sk-", 32),
            new Kind("hf_", 30),
            new Kind("glsa_", 30), // Grafana
            new Kind("hvs.", 20), // Vault
            new Kind("dckr_pat_", 20),
            new Kind("sntrys_", 20),
            new Kind("sntryu_", 20),
            new Kind("ett_", 30), // this tracker's own
            new Kind("AGE-SECRET-KEY-", 20));

    private static final String JWT = "eyJ";
    private static final int SHORTEST_JWT_PART = 5;
    private static final int LONG_RUN = 256;
    private static final Kind[][] BY_FIRST = byFirst();

    @Override
    public int needs() {
        return Traits.LONG_RUN;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && BY_FIRST[c] != null && Ascii.startsWord(text, i)) {
                int end = secretEnd(text, i);
                if (end > i) {
                    rewrite.replace(i, end, text.startsWith(JWT, i) ? Words.JWT : Words.TOKEN);
                    i = end - 1;
                } else if (-end > i + LONG_RUN) {
                    i = -end - 1;
                }
            }
        }
        return rewrite.result();
    }

    /** Where the token ends that starts here; minus the end of what was looked at in vain when none does. */
    private static int secretEnd(String text, int start) {
        if (text.startsWith(JWT, start)) {
            return jwtEnd(text, start);
        }
        Kind kind = kindAt(text, start);
        return kind == null ? -start : kind.endOf(text, start);
    }

    private static @Nullable Kind kindAt(String text, int start) {
        Kind[] kinds = BY_FIRST[text.charAt(start)];
        if (kinds != null) {
            for (Kind kind : kinds) {
                if (text.startsWith(kind.prefix(), start)) {
                    return kind;
                }
            }
        }
        return null;
    }

    /** Two or more parts with dots between; minus the end of the first when there is no second. */
    private static int jwtEnd(String text, int start) {
        int header = runEnd(text, start);
        boolean hasPayload =
                header - start >= SHORTEST_JWT_PART && header < text.length() && text.charAt(header) == '.';
        int payload = hasPayload ? runEnd(text, header + 1) : header;
        if (payload - header <= SHORTEST_JWT_PART) {
            return -header;
        }
        int end = payload;
        while (end + 1 < text.length() && text.charAt(end) == '.' && Ascii.isToken(text.charAt(end + 1))) {
            end = runEnd(text, end + 1);
        }
        return end;
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Ascii.isToken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Kind[][] byFirst() {
        Kind[][] byFirst = new Kind[128][];
        byFirst[JWT.charAt(0)] = new Kind[0];
        for (Kind kind : KINDS) {
            char first = kind.prefix().charAt(0);
            byFirst[first] = KINDS.stream()
                    .filter(other -> other.prefix().charAt(0) == first)
                    .toArray(Kind[]::new);
        }
        return byFirst;
    }

    /**
     * @param prefix how it begins
     * @param shortest how many characters follow at least
     */
    private record Kind(String prefix, int shortest) {
        int endOf(String text, int start) {
            int body = start + prefix.length();
            int end = body;
            while (end < text.length() && isBody(text, end)) {
                end++;
            }
            return end - body >= shortest ? end : -1;
        }

        /** Some have a dot within, none at the end. */
        private static boolean isBody(String text, int at) {
            char c = text.charAt(at);
            return Ascii.isToken(c) || (c == '.' && at + 1 < text.length() && Ascii.isWord(text.charAt(at + 1)));
        }
    }
}
