package io.errortracker.scrub;

/**
 * Values that databases put into their messages: {@code Key (email)=(a@b.c) already exists}, {@code Failing row contains (...)}, the
 * values of an {@code insert} into a secret column, and the login of an Oracle URL.
 */
final class DatabaseTalk implements Detector {
    private static final String ORACLE = "jdbc:oracle:";
    private static final int LONGEST_LOGIN = 256;

    private final KeyRules keys;

    DatabaseTalk(KeyRules keys) {
        this.keys = keys;
    }

    @Override
    public int needs() {
        return Traits.PARENTHESIS | Traits.SLASH;
    }

    @Override
    public String scrub(String text) {
        String scrubbed = text;
        if (text.indexOf('(') >= 0) {
            scrubbed = inserts(failingRows(brokenKeys(scrubbed)));
        }
        return oracleLogins(scrubbed);
    }

    /** PostgreSQL: {@code Key (a, b)=(1, 2)}. */
    private String brokenKeys(String text) {
        Rewrite rewrite = new Rewrite(text);
        int middle = text.indexOf(")=(");
        while (middle >= 0) {
            int columns = text.lastIndexOf('(', middle);
            int end = endOfRow(text, middle + 2);
            if (columns >= rewrite.done() && keys.isPersonal(Name.of(text, columns, middle))) {
                rewrite.replace(middle + 3, end, Words.SCRUBBED);
            }
            middle = text.indexOf(")=(", end);
        }
        return rewrite.result();
    }

    private static String failingRows(String text) {
        Rewrite rewrite = new Rewrite(text);
        String announcement = "failing row contains (";
        int at = Ascii.indexOf(text, announcement, 0);
        while (at >= 0) {
            int end = endOfRow(text, at + announcement.length() - 1);
            rewrite.replace(at + announcement.length(), end, Words.SCRUBBED);
            at = Ascii.indexOf(text, announcement, end);
        }
        return rewrite.result();
    }

    /** {@code insert into users (name, password) values ('jo', 'x')}: all values, for which is whose is the database's business. */
    private String inserts(String text) {
        Rewrite rewrite = new Rewrite(text);
        int at = Ascii.indexOf(text, "insert into", 0);
        while (at >= 0) {
            int columns = text.indexOf('(', at);
            int columnsEnd = columns < 0 ? -1 : text.indexOf(')', columns);
            int values = columnsEnd < 0 ? -1 : Ascii.indexOf(text, "values", columnsEnd);
            if (values < 0) {
                break;
            }
            at = scrubInsert(text, columns + 1, columnsEnd, values + 6, rewrite);
        }
        return rewrite.result();
    }

    private int scrubInsert(String text, int columns, int columnsEnd, int values, Rewrite rewrite) {
        int next = Ascii.indexOf(text, "insert into", values);
        int open = text.indexOf('(', values);
        if (open >= 0 && (next < 0 || open < next) && hasSecretColumn(text, columns, columnsEnd)) {
            int end = text.lastIndexOf(')', next < 0 ? text.length() : next);
            int close = end <= open ? text.length() : end;
            if (!isPlaceholders(text, open + 1, close)) {
                rewrite.replace(open + 1, close, Words.SCRUBBED);
            }
        }
        return next;
    }

    private boolean hasSecretColumn(String text, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == ',') {
                if (keys.isSecretInText(Name.of(text, start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isPlaceholders(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '?' && c != ',' && c != ' ') {
                return false;
            }
        }
        return true;
    }

    /** The closing bracket of the row that opens here, or the end of the text. */
    private static int endOfRow(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    /** {@code jdbc:oracle:thin:scott/tiger@host}. */
    private static String oracleLogins(String text) {
        Rewrite rewrite = new Rewrite(text);
        int at = Ascii.indexOf(text, ORACLE, 0);
        while (at >= 0) {
            int login = text.indexOf(':', at + ORACLE.length()) + 1;
            int end = login == 0 ? -1 : endOfLogin(text, login);
            if (end > login) {
                rewrite.replace(login, end, Words.SCRUBBED);
            }
            at = Ascii.indexOf(text, ORACLE, Math.max(at + ORACLE.length(), end));
        }
        return rewrite.result();
    }

    /** The at sign after a login with a password; -1 when there is none. */
    private static int endOfLogin(String text, int start) {
        boolean password = false;
        int limit = Math.min(text.length(), start + LONGEST_LOGIN);
        for (int i = start; i < limit && text.charAt(i) > ' '; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return password ? i : -1;
            }
            password |= c == '/';
        }
        return -1;
    }
}
