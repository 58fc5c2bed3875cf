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
        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.953);
    }

    @Test
    void a_fault_is_one_issue_through_every_proxy_wrapper_thread_and_jvm() throws IOException {
        GroupingScore score = score("jvm_invariance.dev.jsonl.gz");

        assertThat(score.predictedGroups()).isEqualTo(11);
        assertThat(score.f1()).isEqualTo(1.0);
    }

    /** Two releases on Java 17 and 25, compiled by Kotlin 2.0, Scala 2.13 and 3.3, Groovy 4 with and without invokedynamic. */
    @Test
    void a_fault_is_one_issue_in_kotlin_scala_and_groovy_too() throws IOException {
        GroupingScore score = score("jvm_languages.jsonl.gz");

        assertThat(score.mixed()).isEmpty();
        assertThat(score.split()).isEmpty();
    }

    /**
     * 21 faults that only the JVM can tell of, through twelve ways each. A method named after a thing that is given a wrong index counts
     * with its caller: that splits one of them.
     */
    @Test
    void a_fault_is_one_issue_through_streams_method_handles_parallel_tasks_and_initializers() throws IOException {
        GroupingScore score = score("jvm_faults.jsonl.gz");

        assertThat(score.mixed()).isEmpty();
        assertThat(score.split()).hasSize(1);
    }

    private GroupingScore score(String resource) throws IOException {
        return new GroupingScore(LabelledTraces.ofResource(resource), trace -> trace.fingerprint(grouper));
    }
}
