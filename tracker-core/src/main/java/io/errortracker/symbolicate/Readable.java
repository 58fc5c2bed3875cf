package io.errortracker.symbolicate;

import io.errortracker.event.ErrorEvent;
import java.util.Map;

/**
 * An event whose minified frames are original ones, as far as source maps are there.
 *
 * @param event the event as it should be read; the same instance when nothing could be done
 * @param changed whether any frame became another
 * @param reasons why frames of a file stayed as they were, by the file's URL, in the order of the stack
 * @since 0.1.0
 */
public record Readable(ErrorEvent event, boolean changed, Map<String, String> reasons) {
    static Readable asItIs(ErrorEvent event) {
        return new Readable(event, false, Map.of());
    }
}
