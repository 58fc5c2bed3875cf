package io.errortracker.event;

import java.util.List;

/**
 * The source around a frame's line.
 *
 * @param before up to five lines before it, in file order
 * @param line the line itself
 * @param after up to five lines after it
 * @since 0.1.0
 */
public record SourceContext(List<String> before, String line, List<String> after) {
    public SourceContext {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
