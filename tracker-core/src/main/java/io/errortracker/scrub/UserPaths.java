package io.errortracker.scrub;

/** The name of a person in the path of a file: {@code /home/jo/...}, {@code /Users/jo}, {@code C:\Users\jo}. */
final class UserPaths implements Detector {
    private static final String[] ROOTS = {"/home/", "/Users/", "\\Users\\", "/Users\\", "\\Documents and Settings\\"};

    @Override
    public int needs() {
        return Traits.SLASH;
    }

    @Override
    public String scrub(String text) {
        String scrubbed = text;
        for (String root : ROOTS) {
            scrubbed = below(root, scrubbed);
        }
        return scrubbed;
    }

    private static String below(String root, String text) {
        Rewrite rewrite = new Rewrite(text);
        int at = text.indexOf(root);
        while (at >= 0) {
            int start = at + root.length();
            int end = segmentEnd(text, start);
            if (end > start && isFilePath(text, at, end, root) && !text.startsWith(Words.USER, start)) {
                rewrite.replace(start, end, Words.USER);
            }
            at = text.indexOf(root, end);
        }
        return rewrite.result();
    }

    private static int segmentEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !endsSegment(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsSegment(char c) {
        return c < ' ' || "/\\\"'<>|:*?,;()[]{} ".indexOf(c) >= 0;
    }

    /** {@code /home} may be a page too: it is a directory only with more below it, and never after the host or method of a request. */
    private static boolean isFilePath(String text, int at, int end, String root) {
        boolean goesOn = end < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '\\');
        if (root.equals("/home/") && !goesOn) {
            return false;
        }
        return root.charAt(0) == '\\' || isRoot(text, at);
    }

    private static boolean isRoot(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (before == '/') {
            return text.startsWith("file://", at - 7);
        }
        boolean afterMethod = before == ' ' && at > 1 && Ascii.isUpper(text.charAt(at - 2));
        return !Ascii.isWord(before)
                && before != '.'
                && before != '-'
                && before != '}'
                && before != ']'
                && !afterMethod;
    }
}
