package io.errortracker.ui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-like value of an event as a page shows it.
 *
 * @param leaf the value itself; empty for a collection
 * @param entries what a collection holds; empty for a value
 * @param look the class that draws it: {@code text}, {@code number}, {@code none} or {@code many}
 */
record Node(List<Piece> leaf, List<Entry> entries, String look) {
    private static final int DEEPEST = 12;

    /** Something named: an argument, a header, a key of a map. */
    record Entry(String name, Node value) {}

    boolean isLeaf() {
        return entries.isEmpty();
    }

    static Node of(@Nullable Object value) {
        return of(value, 0);
    }

    static List<Entry> entries(Map<String, ?> values) {
        return entries(values, 0);
    }

    private static List<Entry> entries(Map<?, ?> values, int depth) {
        List<Entry> entries = new ArrayList<>(values.size());
        values.forEach(
                (name, value) -> entries.add(new Entry(ForeignText.plain(String.valueOf(name)), of(value, depth))));
        return List.copyOf(entries);
    }

    private static Node of(@Nullable Object value, int depth) {
        if (value == null) {
            return leaf("null", "none");
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty() && depth < DEEPEST) {
            return new Node(List.of(), entries(map, depth + 1), "many");
        }
        if (value instanceof List<?> list && !list.isEmpty() && depth < DEEPEST) {
            return new Node(List.of(), items(list, depth + 1), "many");
        }
        if (value instanceof Number || value instanceof Boolean) {
            return leaf(value.toString(), "number");
        }
        String text = value.toString();
        return text.isEmpty() ? leaf("empty", "none") : new Node(ForeignText.linked(text), List.of(), "text");
    }

    private static List<Entry> items(List<?> list, int depth) {
        List<Entry> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new Entry(Integer.toString(i), of(list.get(i), depth)));
        }
        return List.copyOf(items);
    }

    private static Node leaf(String text, String look) {
        return new Node(List.of(new Piece(Piece.Kind.TEXT, text)), List.of(), look);
    }
}
