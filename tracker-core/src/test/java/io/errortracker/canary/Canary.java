package io.errortracker.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A secret that must not reach the disk.
 *
 * @param text in which it is captured
 * @param secret what must not survive
 */
record Canary(String kind, String text, String secret) {

    private record Kind(String name, IntFunction<Canary> maker) {}

    static final List<String> KINDS = kinds().stream().map(Kind::name).toList();

    /** One of each kind, all different for each turn. */
    static List<Canary> all(int turn) {
        List<Canary> all = new ArrayList<>();
        List<Kind> kinds = kinds();
        for (int i = 0; i < kinds.size(); i++) {
            all.add(kinds.get(i).maker().apply(turn * kinds.size() + i));
        }
        return all;
    }

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        card(kinds, "visa", "4000", 16, "");
        card(kinds, "mastercard", "5105", 16, "");
        card(kinds, "amex", "3782", 15, "");
        card(kinds, "discover", "6011", 16, "");
        card(kinds, "diners", "3600", 14, "");
        card(kinds, "jcb", "3530", 16, "");
        card(kinds, "maestro", "5018", 16, "");
        card(kinds, "card in groups", "4000", 16, " ");
        card(kinds, "card with dashes", "5105", 16, "-");
        kinds.add(new Kind("iban", n -> iban("iban", "DE", String.format("%018d", 370400440532000000L + n), "")));
        kinds.add(new Kind(
                "iban in groups",
                n -> iban("iban in groups", "GB", "WEST" + String.format("%014d", 12345698700000L + n), " ")));
        one(kinds, "social security number", n -> String.format("219-09-%04d", 1000 + n), "ssn of the applicant: %s");
        one(kinds, "internet address", n -> "84." + (100 + n % 100) + "." + (17 + n / 100) + ".233", "peer %s hung up");
        one(kinds, "e-mail address", n -> core(n) + "@mail.example.org", "no mailbox for %s today");
        one(kinds, "user path", Canary::core, "cannot read /home/%s/.profile");
        one(
                kinds,
                "json web token",
                n -> "eyJ" + core(n) + "zYXJhIjoxfQ",
                "token eyJhbGciOiJIUzI1NiJ9.%s.c2lnbmF0dXJl expired");
        one(kinds, "private key", n -> "MIIE" + core(n), "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----");
        one(
                kinds,
                "ssh key",
                n -> "b3Bl" + core(n),
                "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----");
        one(kinds, "aws key", n -> "AKIA" + upper(n, 16), "signed with %s by mistake");
        one(kinds, "github token", n -> "ghp_" + core(n) + "0123456789abcdefghijABC", "cloning with %s failed");
        one(kinds, "gitlab token", n -> "glpat-" + core(n) + "abcdefgh", "cloning with %s failed");
        one(kinds, "slack token", n -> "xoxb-" + core(n) + "-abcdefgh", "posting with %s failed");
        one(kinds, "stripe key", n -> "sk_live_" + core(n) + "abcdefgh", "charging with %s failed");
        one(kinds, "google key", n -> "AIza" + core(n) + "0123456789abcdefghijABCDE", "map with %s failed");
        one(kinds, "sendgrid key", n -> "SG." + core(n) + "0123456789.abcdefghijABCDE", "mail with %s failed");
        one(kinds, "npm token", n -> "npm_" + core(n) + "0123456789abcdefghijABCDE", "publishing with %s failed");
        one(kinds, "bearer", Canary::core, "answered 401 to Bearer %s");
        one(kinds, "basic login", n -> base64("jo:" + core(n)), "answered 401 to Basic %s");
        one(kinds, "url login", Canary::core, "cannot reach https://jo:%s@files.example.org/x");
        one(kinds, "jdbc password", Canary::core, "cannot open jdbc:postgresql://db/x?user=sa&password=%s");
        one(kinds, "password", Canary::core, "login with password=%s refused");
        one(kinds, "json secret", Canary::core, "answer was {\"client_secret\": \"%s\", \"ok\": false}");
        one(kinds, "api key", Canary::core, "apiKey: %s is unknown");
        one(kinds, "access token", Canary::core, "GET https://api.example.org/me?access_token=%s failed");
        one(kinds, "session cookie", Canary::core, "Cookie: theme=dark; JSESSIONID=%s");
        one(kinds, "csrf token", Canary::core, "csrf_token=%s does not fit");
        one(kinds, "option", Canary::core, "failed: backup --password %s --all");
        one(kinds, "sql password", Canary::core, "alter user jo identified by '%s'");
        one(kinds, "broken constraint", Canary::core, "Key (phone_number)=(%s) already exists.");
        one(kinds, "xml password", Canary::core, "<login><password>%s</password></login>");
        return kinds;
    }

    private static void one(List<Kind> kinds, String name, IntFunction<String> secret, String text) {
        kinds.add(new Kind(name, n -> {
            String own = secret.apply(n);
            return new Canary(name, text.replace("%s", own), own);
        }));
    }

    private static void card(List<Kind> kinds, String name, String issuer, int length, String separator) {
        kinds.add(new Kind(name, n -> {
            String number = withCheckDigit(issuer + String.format("%0" + (length - 5) + "d", 77_000L + n * 13L));
            String printed = grouped(number, separator);
            return new Canary(name, "paid with " + printed + " at noon", printed);
        }));
    }

    private static Canary iban(String name, String country, String account, String separator) {
        String iban = country + checksum(country, account) + account;
        String printed = grouped(iban, separator);
        return new Canary(name, "refund to " + printed + " failed", printed);
    }

    private static String core(int n) {
        return String.format("Kq7%03dxWv", n);
    }

    private static String upper(int n, int length) {
        return (core(n).toUpperCase(Locale.ROOT) + "0123456789ABCDEF").substring(0, length);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String grouped(String number, String separator) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            grouped.append(i > 0 && i % 4 == 0 ? separator : "").append(number.charAt(i));
        }
        return grouped.toString();
    }

    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 1; i >= 0; i--, place++) {
            int digit = (digits.charAt(i) - '0') * (place % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String checksum(String country, String account) {
        int remainder = 0;
        for (char c : (account + country + "00").toCharArray()) {
            remainder = Character.isDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }
        return String.format("%02d", 98 - remainder);
    }
}
