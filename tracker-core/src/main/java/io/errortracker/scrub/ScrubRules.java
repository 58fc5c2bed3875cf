package io.errortracker.scrub;

import java.util.List;

/**
 * What the application adds to the built-in rules. Those cannot be turned off as a whole, only for single keys.
 *
 * @param sendDefaultPii whether the remote address of a user may be kept; false by default
 * @param extraKeys keys whose values are removed beside the built-in ones; a key matches when it contains one of these, whatever the
 *     case and the separators ({@code customerNo} matches {@code x-customer-no})
 * @param extraPatterns RE2 patterns; what they match in any text is removed. No back-references and no look-around, so that every
 *     pattern takes linear time
 * @param keepKeys keys whose values are left as they are, whatever they hold; compared as a whole, whatever the case and the separators
 * @since 0.1.0
 */
public record ScrubRules(
        boolean sendDefaultPii, List<String> extraKeys, List<String> extraPatterns, List<String> keepKeys) {

    public ScrubRules {
        extraKeys = List.copyOf(extraKeys);
        extraPatterns = List.copyOf(extraPatterns);
        keepKeys = List.copyOf(keepKeys);
    }

    /** The built-in rules alone. */
    public static ScrubRules defaults() {
        return new ScrubRules(false, List.of(), List.of(), List.of());
    }
}
