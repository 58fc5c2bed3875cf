package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The figures grouping has to keep on labelled traces. */
class LabelledTracesTest {
    private final Grouper grouper = new Grouper();

    @Test
    void real_bug_reports_and_failing_tests_neither_split_nor_merge() throws IOException {
        GroupingScore score = score("field_and_tests.dev.jsonl.gz");

        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.9495);
    }

    @Test
    void a_fault_is_one_issue_through_every_proxy_wrapper_thread_and_jvm() throws IOException {
        GroupingScore score = score("jvm_invariance.dev.jsonl.gz");

        assertThat(score.predictedGroups()).isEqualTo(11);
        assertThat(score.f1()).isEqualTo(1.0);
    }

    private GroupingScore score(String resource) throws IOException {
        return new GroupingScore(LabelledTraces.ofResource(resource), trace -> trace.fingerprint(grouper));
    }
}
