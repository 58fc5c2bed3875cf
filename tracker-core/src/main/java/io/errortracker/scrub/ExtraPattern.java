package io.errortracker.scrub;

import io.errortracker.bundled.re2j.Matcher;
import io.errortracker.bundled.re2j.Pattern;
import io.errortracker.bundled.re2j.PatternSyntaxException;

/** What a pattern of the application's matches. RE2 takes linear time whatever the pattern. */
final class ExtraPattern implements Detector {
    private final Pattern pattern;

    private ExtraPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException naming the pattern and what is wrong with it */
    static ExtraPattern of(String pattern) {
        Pattern compiled = compiled(pattern);
        if (compiled.matcher("").matches()) {
            throw new IllegalArgumentException("The scrub pattern \"" + pattern + "\" must not match the empty text");
        }
        return new ExtraPattern(compiled);
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException notRe2) {
            throw new IllegalArgumentException(
                    "The scrub pattern \"" + pattern + "\" must be an RE2 regular expression: "
                            + notRe2.getDescription(),
                    notRe2);
        }
    }

    @Override
    public int needs() {
        return Traits.ANY;
    }

    @Override
    public String scrub(String text) {
        Matcher matcher = pattern.matcher(text);
        Rewrite rewrite = new Rewrite(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start() && !touchesMarker(text, matcher.start(), matcher.end())) {
                rewrite.replace(matcher.start(), matcher.end(), Words.SCRUBBED);
            }
        }
        return rewrite.result();
    }

    /** What was put in the place of a secret is none, whatever the pattern. */
    private static boolean touchesMarker(String text, int start, int end) {
        for (int at = Math.max(0, start - Words.LONGEST + 1); at < end; at++) {
            if (text.charAt(at) == '[' && markerEnd(text, at) > start) {
                return true;
            }
        }
        return false;
    }

    private static int markerEnd(String text, int at) {
        for (String word : Words.ALL) {
            if (text.startsWith(word, at)) {
                return at + word.length();
            }
        }
        return -1;
    }
}
