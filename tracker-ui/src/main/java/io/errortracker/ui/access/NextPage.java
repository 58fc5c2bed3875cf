package io.errortracker.ui.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: only ever to a page of ours, whatever the address asks for. */
final class NextPage {
    private static final int MAX_LENGTH = 2_000;

    private final String root;

    NextPage(String root) {
        this.root = root;
    }

    /** {@code asked} when it stays below the pages' own path, else the first page. */
    String of(@Nullable String asked) {
        return asked != null && isAllowed(asked) ? asked : root;
    }

    boolean isAllowed(String asked) {
        return asked.length() <= MAX_LENGTH && isPrintable(asked) && isBelowRoot(asked) && !climbs(path(asked));
    }

    /** No control, blank or non-ASCII character, and no backslash, which browsers read as a slash. */
    private static boolean isPrintable(String asked) {
        return asked.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
    }

    private boolean isBelowRoot(String asked) {
        if (!asked.startsWith(root) || asked.startsWith("//")) {
            return false;
        }
        return asked.length() == root.length() || "/?".indexOf(asked.charAt(root.length())) >= 0;
    }

    /** A segment that starts with a dot may be a step up; none of our pages has one. An escaped dot is a dot to a browser. */
    private static boolean climbs(String path) {
        return path.toLowerCase(Locale.ROOT).replace("%2e", ".").contains("/.");
    }

    private static String path(String asked) {
        int end = 0;
        while (end < asked.length() && "?#".indexOf(asked.charAt(end)) < 0) {
            end++;
        }
        return asked.substring(0, end);
    }
}
