package io.errortracker.scrub;

/** {@code -----BEGIN RSA PRIVATE KEY-----} to its end, or to the end of the text where that was cut off. Certificates stay. */
final class PemKeys implements Detector {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_TITLE = 64;

    @Override
    public int needs() {
        return Traits.DASHES;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int title = begin + BEGIN.length();
            int body = text.indexOf(DASHES, title);
            if (body < 0) {
                body = text.length();
            }
            boolean isKey = body - title <= LONGEST_TITLE
                    ? text.substring(title, body).contains("KEY")
                    : text.substring(title, title + LONGEST_TITLE).contains("KEY");
            int next = title;
            if (isKey) {
                next = endOfKey(text, title);
                rewrite.replace(begin, next, Words.KEY);
            }
            begin = text.indexOf(BEGIN, next);
        }
        return rewrite.result();
    }

    private static int endOfKey(String text, int from) {
        int end = text.indexOf(END, from);
        if (end < 0) {
            return text.length();
        }
        int close = text.indexOf(DASHES, end + END.length());
        return close < 0 ? text.length() : close + DASHES.length();
    }
}
