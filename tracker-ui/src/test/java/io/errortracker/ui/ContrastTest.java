package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours can be told apart: 4.5 to 1 for text, 3 to 1 for marks, light and dark. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});");
    private static final List<String> GROUNDS = List.of("page", "surface", "surface-2", "accent-wash");
    private static final List<String> INKS =
            List.of("ink", "ink-2", "ink-3", "fatal", "error", "warning", "info", "debug");
    private static final List<String> STATES = List.of("new", "regressed", "escalating", "resolved", "ignored");

    @ParameterizedTest
    @ValueSource(strings = {":root {", ":root[data-theme=\"dark\"] {", ":root[data-theme=\"auto\"] {"})
    void text_and_marks_stand_out_from_what_they_stand_on(String theme) throws Exception {
        Map<String, String> colours = colours(theme);

        for (String ground : GROUNDS) {
            INKS.forEach(ink -> assertContrast(colours, ink, ground, 4.5));
        }
        STATES.forEach(state -> assertContrast(colours, state, state + "-wash", 4.5));
        assertContrast(colours, "accent-ink", "accent", 4.5);
        assertContrast(colours, "accent", "surface", 4.5);
        assertContrast(colours, "scrubbed", "surface-2", 4.5);
        List.of("surface", "surface-2", "accent-wash").forEach(ground -> {
            assertContrast(colours, "bar", ground, 3);
            assertContrast(colours, "bar-now", ground, 3);
        });
    }

    private static void assertContrast(Map<String, String> colours, String ink, String ground, double least) {
        double one = light(Objects.requireNonNull(colours.get(ink), ink));
        double other = light(Objects.requireNonNull(colours.get(ground), ground));
        double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as(ink + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> colours(String theme) throws Exception {
        try (InputStream file = Assets.class.getResourceAsStream("assets/app.css")) {
            String css = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            int start = css.indexOf(theme);
            Matcher token = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
            Map<String, String> colours = new HashMap<>();
            while (token.find()) {
                colours.put(token.group(1), token.group(2));
            }
            return colours;
        }
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double light(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double part = (value & 0xff) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
