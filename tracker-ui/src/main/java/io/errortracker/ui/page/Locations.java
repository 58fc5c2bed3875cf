package io.errortracker.ui.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that a request names, checked and cleaned. */
public final class Locations {
    private Locations() {}

    /**
     * The address to go to next: the one that was asked for when it is one of our own pages, else {@code otherwise}. So a form cannot be
     * made to send anybody elsewhere.
     *
     * @param base the address of the pages without a slash at its end
     */
    public static String next(@Nullable String asked, String base, String otherwise) {
        return asked != null && isLocal(asked) && isUnder(asked, base) ? asked : otherwise;
    }

    /** The address without these parameters. */
    static String without(String address, String... names) {
        int question = address.indexOf('?');
        if (question < 0) {
            return address;
        }
        Set<String> unwanted = Set.of(names);
        StringBuilder kept = new StringBuilder(address.substring(0, question));
        char glue = '?';
        for (String parameter : address.substring(question + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!name.isEmpty() && !unwanted.contains(name)) {
                kept.append(glue).append(parameter);
                glue = '&';
            }
        }
        return kept.toString();
    }

    private static boolean isLocal(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && !address.startsWith("/\\")
                && address.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
    }

    private static boolean isUnder(String address, String base) {
        String path = path(address);
        boolean climbs = path.contains("/.") || path.toLowerCase(Locale.ROOT).contains("%2e");
        return (path.equals(base) || path.startsWith(base + "/")) && !climbs;
    }

    private static String path(String address) {
        int end = 0;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return address.substring(0, end);
    }
}
