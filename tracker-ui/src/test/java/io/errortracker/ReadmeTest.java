package io.errortracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the README's table of configuration keys to the code. */
class ReadmeTest {

    @Test
    void the_table_has_a_row_for_each_key_that_says_what_the_code_does() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| `tracker."))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        TrackerConfig.keys().stream().map(ReadmeTest::row).toList());
    }

    private static String row(ConfigKey<?> key) {
        String type = key.unit().isEmpty() ? key.type() : key.type() + ", " + key.unit();
        String otherwise = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
        return String.join(
                " | ", "| `" + key.name() + "`", type, otherwise, key.description() + rule(key.rule()) + " |");
    }

    private static String rule(String rule) {
        return rule.equals("any text") ? "" : " Must be " + rule + ".";
    }
}
