package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a fingerprint: text with {@code {{ name }}} in it. */
record PartTemplate(List<Piece> pieces) {
    /**
     * Text, or a name to be filled in.
     *
     * @param text the text itself, or what stood between the braces
     * @param named whether braces stood around it
     * @param field what to fill in; null for text, and for a name that is not known
     */
    record Piece(String text, boolean named, @Nullable Field field) {
        private String fill(ErrorEvent event, Key key) {
            if (field == null) {
                return named ? "{{ " + text + " }}" : text;
            }
            return switch (field.name()) {
                case "default" -> Digest.of(key.parts());
                case "type" -> key.headline().type();
                case "message" -> MessageKey.neutral(key.headline().value(), event.platform());
                case "module" -> key.culprit() == null ? "" : key.culprit().type();
                case "function" -> key.culprit() == null ? "" : key.culprit().method();
                default -> field.of(event);
            };
        }
    }

    static PartTemplate of(String text) {
        List<Piece> pieces = new ArrayList<>(3);
        int at = 0;
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            addText(pieces, text.substring(at, open));
            String name = text.substring(open + 2, close).strip();
            pieces.add(new Piece(name, true, Field.named(name)));
            at = close + 2;
            open = text.indexOf("{{", at);
        }
        addText(pieces, text.substring(at));
        return new PartTemplate(List.copyOf(pieces));
    }

    private static void addText(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, false, null));
        }
    }

    /** The first name that is not known; null when all are. */
    @Nullable
    String unknown() {
        for (Piece piece : pieces) {
            if (piece.named() && piece.field() == null) {
                return piece.text();
            }
        }
        return null;
    }

    /** Whether it is {@code {{ default }}} and nothing else. */
    boolean isDefault() {
        return pieces.size() == 1 && isDefault(pieces.get(0));
    }

    private static boolean isDefault(Piece piece) {
        return piece.field() != null && piece.field().isDefault();
    }

    String fill(ErrorEvent event, Key key) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.fill(event, key));
        }
        return filled.toString();
    }
}
