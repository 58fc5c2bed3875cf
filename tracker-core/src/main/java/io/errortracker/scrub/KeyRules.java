package io.errortracker.scrub;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells from its name whether a value is secret. Case and separators do not matter: {@code apiKey}, {@code API_KEY} and {@code api-key}
 * are one name.
 */
final class KeyRules {
    /** Secret wherever they stand in a name. */
    private static final List<String> ANYWHERE = List.of(
            "password",
            "passwd",
            "passwort",
            "passphrase",
            "passcode",
            "passport",
            "pwd",
            "kennwort",
            "motdepasse",
            "contrasena",
            "wachtwoord",
            "secret",
            "apikey",
            "auth",
            "credential",
            "privatekey",
            "accesskey",
            "sharedkey",
            "accountkey",
            "encryptionkey",
            "signingkey",
            "masterkey",
            "sshkey",
            "token",
            "bearer",
            "jwt",
            "cookie",
            "csrf",
            "xsrf",
            "sessionid",
            "sessid",
            "sentrysid",
            "jsessionidsso",
            "jssosession",
            "cardnumber",
            "creditcard",
            "ccnumber",
            "cvv",
            "socialsecurity",
            "securitycode",
            "accountnumber",
            "routingnumber");

    /** Secret as a word of a name: {@code pin} in {@code cardPin}, not in {@code shipping}. */
    private static final List<String> WORDS = List.of("pass", "pin", "otp", "totp", "ssn", "cvc", "iban", "sig", "mfa");

    /** Secret as the whole name of a key. */
    private static final List<String> WHOLE = List.of(
            "session",
            "usersession",
            "mysession",
            "sid",
            "symfony",
            "twofactor",
            "xamzsignature",
            "xgoogsignature",
            "pincode");

    /** Names that end so tell about a secret, or do something with one, but are none. */
    private static final List<String> HARMLESS_ENDS = List.of(
            "count",
            "length",
            "size",
            "expires",
            "expiresin",
            "expiresat",
            "expiry",
            "expired",
            "ttl",
            "type",
            "age",
            "policy",
            "service",
            "filter",
            "provider",
            "manager",
            "handler",
            "interceptor",
            "validator",
            "controller",
            "resource",
            "bean",
            "factory",
            "repository",
            "exception",
            "error",
            "failure",
            "listener",
            "servlet",
            "endpoint",
            "url",
            "uri",
            "enabled",
            "required",
            "valid",
            "invalid",
            "missing",
            "status",
            "method",
            "mechanism",
            "class",
            "module",
            "realm",
            "strategy",
            "encoder",
            "context",
            "request",
            "response",
            "scheme",
            "entrypoint",
            "converter",
            "details");

    /** Personal, so hidden where a database tells the row that broke a constraint. */
    private static final List<String> PERSONAL = List.of(
            "mail", "phone", "mobile", "name", "login", "address", "street", "birth", "iban", "tax", "passport", "ssn");

    /** Hold an address of the network. */
    private static final List<String> ADDRESSES = List.of(
            "ip",
            "ipaddress",
            "clientip",
            "userip",
            "remoteip",
            "remoteaddr",
            "remoteaddress",
            "xforwardedfor",
            "xrealip",
            "forwarded");

    private final String[][] anywhereByFirst = new String[128][];
    private final Set<String> keep = new HashSet<>();

    /** @throws IllegalArgumentException naming the key without a letter or digit in it */
    KeyRules(List<String> extraKeys, List<String> keepKeys) {
        ANYWHERE.forEach(this::add);
        extraKeys.forEach(key -> add(normalised(key)));
        keepKeys.forEach(key -> keep.add(normalised(key)));
    }

    private static String normalised(String key) {
        String name = Name.of(key).toString();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The scrub key \"" + key + "\" must hold a letter or a digit");
        }
        return name;
    }

    private void add(String part) {
        int first = slot(part.charAt(0));
        String[] others = anywhereByFirst[first];
        int count = others == null ? 0 : others.length;
        String[] more = others == null ? new String[1] : Arrays.copyOf(others, count + 1);
        more[count] = part;
        anywhereByFirst[first] = more;
    }

    private static int slot(char c) {
        return c & 127;
    }

    boolean isSecret(String key) {
        return isSecret(Name.of(key));
    }

    private boolean isSecret(Name name) {
        return isWholeSecret(name) ? !isKept(name) : isSecretInText(name);
    }

    /** Without the words that name a secret as a key, and anything in a sentence. */
    boolean isSecretInText(Name name) {
        return (containsAny(name) || hasSecretWord(name)) && !isHarmless(name) && !isKept(name);
    }

    /** Whether the application wants the values of this key left as they are. */
    boolean isKept(String key) {
        return !keep.isEmpty() && isKept(Name.of(key));
    }

    private boolean isKept(Name name) {
        return !keep.isEmpty() && keep.contains(name.toString());
    }

    /** Whether a column of this name holds something about a person, or a secret. */
    boolean isPersonal(Name name) {
        return isSecret(name) || (!isKept(name) && PERSONAL.stream().anyMatch(part -> contains(name, part)));
    }

    /** Whether a value of this name is an address of the network. */
    boolean isAddress(String key) {
        Name name = Name.of(key);
        return ADDRESSES.stream().anyMatch(name::is) && !isKept(name);
    }

    private boolean containsAny(Name name) {
        for (int i = 0; i < name.length(); i++) {
            String[] parts = anywhereByFirst[slot(name.at(i))];
            if (parts != null && startsAny(name, i, parts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAny(Name name, int at, String[] parts) {
        for (String part : parts) {
            if (name.has(part, at) && !isOtherWord(name, at, part)) {
                return true;
            }
        }
        return false;
    }

    /** {@code author} is not {@code auth}, though {@code authorization} is; a {@code tokenizer} holds no token, a secretary no secret. */
    private static boolean isOtherWord(Name name, int at, String part) {
        int end = at + part.length();
        return switch (part) {
            case "auth" -> name.has("or", end) && !name.has("oriz", end) && !name.has("oris", end);
            case "token" -> name.has("iz", end) || name.has("is", end);
            case "secret" -> name.has("ary", end) || name.has("ari", end);
            default -> false;
        };
    }

    private static boolean hasSecretWord(Name name) {
        for (String word : WORDS) {
            if (name.hasWord(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWholeSecret(Name name) {
        for (String whole : WHOLE) {
            if (name.is(whole)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmless(Name name) {
        for (String end : HARMLESS_ENDS) {
            if (name.endsWithWord(end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Name name, String part) {
        for (int i = 0; i + part.length() <= name.length(); i++) {
            if (name.has(part, i)) {
                return true;
            }
        }
        return false;
    }
}
