package io.errortracker.alert.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values of mail headers: one line of printable ASCII, whatever went in. */
final class MailHeader {
    /** An encoded word may have 75 characters, of which 12 are its frame: 45 bytes are 60 characters. */
    private static final int BYTES_OF_WORD = 45;

    private MailHeader() {}

    /** Text as it is where it is printable ASCII, else as encoded words. */
    static String words(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f) && !text.contains("=?")) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (bytes(word).length + 4 > BYTES_OF_WORD) {
                append(words, word);
            }
            word.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        });
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.append(words.isEmpty() ? "" : "\r\n ")
                    .append("=?utf-8?B?")
                    .append(Base64.getEncoder().encodeToString(bytes(word)))
                    .append("?=");
            word.setLength(0);
        }
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An address of the configuration or of a rule, without anything that could end the line. */
    static String address(String address) {
        return address.codePoints()
                .filter(c -> c > 0x20 && c < 0x7f && c != ',' && c != '<' && c != '>')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Letters, digits and hyphens of a text. */
    static String plain(String text) {
        return text.codePoints()
                .filter(c -> c < 0x7f && (Character.isLetterOrDigit(c) || c == '-' || c == '_'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Of an address: {@code example.com}. */
    static String domain(String address) {
        String domain = plain(address.substring(address.lastIndexOf('@') + 1).replace('.', '_'))
                .replace('_', '.');
        return domain.isEmpty() ? "errortracker.invalid" : domain;
    }
}
