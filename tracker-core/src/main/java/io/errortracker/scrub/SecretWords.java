package io.errortracker.scrub;

/**
 * Values that are one word and call themselves secret, such as {@code my_password}: what people type where a real one should stand. A
 * constant in capitals, such as {@code WRONG_PASSWORD}, tells what happened and stays.
 */
final class SecretWords {
    private static final int LONGEST = 40;
    private static final String[] WORDS = {
        "password", "passwd", "secret", "credentials", "mysqlpwd", "apikey", "privatekey"
    };

    private SecretWords() {}

    static boolean isOne(String value, KeyRules keys) {
        if (value.length() < 6 || value.length() > LONGEST || !isWord(value)) {
            return false;
        }
        Name name = Name.of(value);
        for (String word : WORDS) {
            for (int i = 0; i + word.length() <= name.length(); i++) {
                if (name.has(word, i)) {
                    return keys.isSecretInText(name);
                }
            }
        }
        return false;
    }

    private static boolean isWord(String value) {
        boolean lower = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Ascii.isToken(c)) {
                return false;
            }
            lower |= Ascii.isLetter(c) && !Ascii.isUpper(c);
        }
        return lower;
    }
}
