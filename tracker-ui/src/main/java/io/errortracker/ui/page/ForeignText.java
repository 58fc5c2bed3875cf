package io.errortracker.ui.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text that an attacker may have written, cut into pieces that show what is there: control characters, escape sequences and
 * bidirectional overrides become visible, what was scrubbed is told apart, and only an address of the web becomes a link.
 */
final class ForeignText {
    private static final Set<String> MARKERS = Set.of(
            "[scrubbed]",
            "[email]",
            "[card]",
            "[iban]",
            "[ssn]",
            "[token]",
            "[jwt]",
            "[key]",
            "[user]",
            "[ip]",
            "[not stored]",
            "[could not be scrubbed]",
            "[filtered]");
    private static final int LONGEST_MARKER = 24;

    private ForeignText() {}

    /** Text on one line: line breaks and tabs become visible too. */
    static List<Piece> line(String text) {
        return pieces(text, false);
    }

    /** Text that keeps its lines. */
    static List<Piece> lines(String text) {
        return pieces(text, true);
    }

    /** Text on one line that is a link when the whole of it is an address of the web. */
    static List<Piece> linked(String text) {
        return isWebAddress(text) ? List.of(new Piece(Piece.Kind.LINK, text)) : line(text);
    }

    /** Text on one line for places that hold no pieces: titles and labels. */
    static String plain(String text) {
        return plain(text, false);
    }

    /** Text that keeps its lines, for places that hold no pieces. */
    static String plainLines(String text) {
        return plain(text, true);
    }

    private static String plain(String text, boolean keepLines) {
        StringBuilder all = new StringBuilder(text.length());
        for (Piece piece : pieces(text, keepLines)) {
            all.append(piece.isScrubbed() ? "[" + piece.text() + "]" : piece.text());
        }
        return all.toString();
    }

    private static List<Piece> pieces(String text, boolean keepLines) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int marker = c == '[' ? markerAt(text, i) : 0;
            if (marker > 0) {
                finish(run, pieces);
                pieces.add(new Piece(Piece.Kind.SCRUBBED, text.substring(i + 1, i + marker - 1)));
                i += marker;
            } else if (isHidden(c) && !(keepLines && isLayout(c))) {
                finish(run, pieces);
                pieces.add(new Piece(Piece.Kind.HIDDEN, picture(c)));
                i += Character.charCount(c);
            } else {
                run.appendCodePoint(c);
                i += Character.charCount(c);
            }
        }
        finish(run, pieces);
        return List.copyOf(pieces);
    }

    private static void finish(StringBuilder run, List<Piece> pieces) {
        if (!run.isEmpty()) {
            pieces.add(new Piece(Piece.Kind.TEXT, run.toString()));
            run.setLength(0);
        }
    }

    private static int markerAt(String text, int from) {
        int last = Math.min(text.length(), from + LONGEST_MARKER);
        for (int i = from + 1; i < last; i++) {
            if (text.charAt(i) == ']') {
                String marker = text.substring(from, i + 1).toLowerCase(Locale.ROOT);
                return MARKERS.contains(marker) ? marker.length() : 0;
            }
        }
        return 0;
    }

    private static boolean isLayout(int c) {
        return c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isHidden(int c) {
        if (c >= 0x20 && c < 0x7f) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String picture(int c) {
        if (c == '\n') {
            return "↵ ";
        }
        if (c < 0x20) {
            return String.valueOf((char) (0x2400 + c));
        }
        return c == 0x7f ? "␡" : String.format(Locale.ROOT, "U+%04X", c);
    }

    /** Whether the whole text is an http or https address with a host, and nothing else. */
    static boolean isWebAddress(String text) {
        String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return false;
        }
        if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f && "\"'<>\\`{}|^".indexOf(c) < 0)) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
