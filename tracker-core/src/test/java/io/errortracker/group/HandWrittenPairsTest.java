package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of traces as frameworks, languages and browsers print them, in {@code grouping/pairs.txt}. */
class HandWrittenPairsTest {
    private static final List<String> APP = List.of("com.acme.");

    record Pair(String title, boolean same, String first, String second) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_is_one_fault_is_one_issue_and_what_is_two_is_two(Pair pair) {
        Fingerprint first = fingerprint(pair.first());
        Fingerprint second = fingerprint(pair.second());

        assertThat(first.hash().equals(second.hash()))
                .as("same issue? %n%s%n%s", first.contributions(), second.contributions())
                .isEqualTo(pair.same());
    }

    private static Fingerprint fingerprint(String trace) {
        boolean script = trace.contains(".js");
        return new Grouper()
                .group(TraceText.read(trace, script ? List.of() : APP))
                .fingerprint();
    }

    static Stream<Pair> pairs() throws IOException {
        String text;
        try (InputStream in = HandWrittenPairsTest.class.getResourceAsStream("/grouping/pairs.txt")) {
            text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Pair> pairs = new ArrayList<>();
        for (String block : text.split("(?m)^=== ")) {
            if (!block.startsWith("#")) {
                String[] lines = block.split("\\n", 3);
                String[] traces = lines[2].split("(?m)^---\\n");
                pairs.add(new Pair(lines[0], lines[1].equals("same"), traces[0], traces[1]));
            }
        }
        return pairs.stream();
    }
}
