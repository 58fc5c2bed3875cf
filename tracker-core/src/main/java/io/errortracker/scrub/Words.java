package io.errortracker.scrub;

import java.util.List;

/** What stands where something was removed. */
final class Words {
    static final String SCRUBBED = "[scrubbed]";
    static final String EMAIL = "[email]";
    static final String CARD = "[card]";
    static final String IBAN = "[iban]";
    static final String SSN = "[ssn]";
    static final String TOKEN = "[token]";
    static final String JWT = "[jwt]";
    static final String KEY = "[key]";
    static final String USER = "[user]";
    static final String NOT_STORED = "[not stored]";
    static final String FAILED = "[could not be scrubbed]";

    static final String IP = "[ip]";

    static final List<String> ALL =
            List.of(SCRUBBED, EMAIL, CARD, IBAN, SSN, TOKEN, JWT, KEY, USER, IP, NOT_STORED, FAILED);
    static final int LONGEST = FAILED.length();

    private Words() {}

    /** The text without what was put into it; the same instance when nothing was. */
    static String without(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        String rest = text;
        for (String word : ALL) {
            rest = rest.replace(word, "");
        }
        return rest;
    }
}
