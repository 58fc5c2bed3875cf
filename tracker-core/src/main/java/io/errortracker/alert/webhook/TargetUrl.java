package io.errortracker.alert.webhook;

import java.util.Locale;

/**
 * Where a webhook is posted to. Read strictly, so that there is nothing that two readers could understand differently: no user, no
 * fragment, no escapes in the host, no number for an address but four decimal ones.
 *
 * @param secure whether by TLS
 * @param host in lower case; an IPv6 address without its brackets
 * @param port given or implied
 * @param path with its query, as it was written; at least a slash
 * @since 0.1.0
 */
public record TargetUrl(boolean secure, String host, int port, String path) {
    private static final int LONGEST = 1_900;

    /** @throws IllegalArgumentException for anything that is not plainly a URL of http or https, saying why */
    public static TargetUrl parse(String text) {
        demand(text.length() <= LONGEST, "it is longer than " + LONGEST + " characters");
        demand(
                text.chars().allMatch(c -> c > 0x20 && c < 0x7f && "\\\"<>^`{|}#".indexOf(c) < 0),
                "it holds a character that a URL may not hold, or a fragment");
        String lower = text.toLowerCase(Locale.ROOT);
        boolean secure = lower.startsWith("https://");
        demand(secure || lower.startsWith("http://"), "it must begin with https:// or http://");
        String rest = text.substring(secure ? 8 : 7);
        int end = end(rest);
        String authority = rest.substring(0, end);
        demand(authority.indexOf('@') < 0, "it must not name a user");
        String path = rest.substring(end);
        return of(secure, authority.toLowerCase(Locale.ROOT), path.startsWith("/") ? path : "/" + path);
    }

    private static int end(String rest) {
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static TargetUrl of(boolean secure, String authority, String path) {
        int standard = secure ? 443 : 80;
        if (authority.startsWith("[")) {
            int close = authority.indexOf(']');
            demand(close > 0, "its address is not closed");
            String host = authority.substring(1, close);
            demand(host.contains(":") && isHexAddress(host), "its address is none");
            return new TargetUrl(secure, host, port(authority.substring(close + 1), standard), path);
        }
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        demandName(host);
        return new TargetUrl(secure, host, port(colon < 0 ? "" : authority.substring(colon), standard), path);
    }

    private static boolean isHexAddress(String host) {
        return host.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
    }

    private static void demandName(String host) {
        demand(!host.isEmpty() && host.length() <= 253, "it names no host");
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            demand(
                    !label.isEmpty()
                            && label.length() <= 63
                            && label.chars().allMatch(TargetUrl::isLabel)
                            && !label.startsWith("-")
                            && !label.endsWith("-"),
                    "its host is no name");
        }
        String last = labels[labels.length - 1];
        boolean numeric = last.chars().allMatch(c -> c >= '0' && c <= '9') || last.startsWith("0x");
        demand(!numeric || isFourNumbers(labels), "an address must be four decimal numbers");
    }

    private static boolean isLabel(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isFourNumbers(String... labels) {
        if (labels.length != 4) {
            return false;
        }
        for (String label : labels) {
            boolean number = label.length() <= 3 && label.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number || Integer.parseInt(label) > 255 || (label.length() > 1 && label.startsWith("0"))) {
                return false;
            }
        }
        return true;
    }

    private static int port(String text, int standard) {
        if (text.isEmpty()) {
            return standard;
        }
        String digits = text.substring(1);
        boolean number = text.startsWith(":")
                && !digits.isEmpty()
                && digits.length() <= 5
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        demand(number, "its port is no number");
        int port = Integer.parseInt(digits);
        demand(port >= 1 && port <= 65_535, "its port is none");
        return port;
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("This is no address to post to: " + otherwise);
        }
    }

    /** What a {@code Host} header says. */
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    /** For people: without path and query, which are secrets where chats are concerned. */
    String shown() {
        return (secure ? "https://" : "http://") + authority() + (path.equals("/") ? "" : "/…");
    }
}
