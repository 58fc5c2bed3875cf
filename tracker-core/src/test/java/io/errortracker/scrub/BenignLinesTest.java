package io.errortracker.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no secret is seldom taken for one: in a hundred lines of logs at most one is touched. */
class BenignLinesTest {
    private static final int LINES = 2_000;

    @Test
    void of_2000_lines_without_a_secret_at_most_20_are_touched() {
        TextRules prose = Profiles.of(new KeyRules(List.of(), List.of()), List.of(), false)
                .prose();

        List<String> touched = BenignLines.lines(LINES).stream()
                .filter(line -> !prose.scrub(line).equals(line))
                .map(line -> line + "  =>  " + prose.scrub(line))
                .toList();

        System.getLogger("benign").log(System.Logger.Level.INFO, "lines={0} touched={1}", LINES, touched.size());
        assertThat(touched).hasSizeLessThanOrEqualTo(LINES / 100);
    }
}
