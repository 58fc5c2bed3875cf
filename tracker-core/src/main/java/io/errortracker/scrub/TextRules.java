package io.errortracker.scrub;

import java.util.List;

/** Some detectors, one after the other. */
final class TextRules {
    /** What one detector puts in can make another find more; this often at most. */
    private static final int MOST_PASSES = 4;

    private final Detector[] detectors;

    TextRules(List<Detector> detectors) {
        this.detectors = detectors.toArray(Detector[]::new);
    }

    /** The text without secrets; the same instance when it holds none. Where a detector fails, nothing of the text is left. */
    String scrub(String text) {
        try {
            return untilStable(text);
        } catch (RuntimeException | StackOverflowError failed) {
            return Words.FAILED;
        }
    }

    private String untilStable(String text) {
        String scrubbed = once(text);
        String before = text;
        for (int pass = 1; pass < MOST_PASSES && !scrubbed.equals(before); pass++) {
            before = scrubbed;
            scrubbed = once(before);
        }
        return scrubbed;
    }

    private String once(String text) {
        int traits = Traits.of(text);
        String scrubbed = text;
        for (Detector detector : detectors) {
            if ((detector.needs() & traits) != 0) {
                scrubbed = detector.scrub(scrubbed);
            }
        }
        return scrubbed;
    }
}
