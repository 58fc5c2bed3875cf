package io.errortracker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many issues others may begin. */
class NewIssuesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private Instant now = NOW;
    private final Set<String> known = new HashSet<>();
    private final NewIssues issues = new NewIssues(NewIssuesTest::grouped, known::contains, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    private static GroupedEvent grouped(ErrorEvent event) {
        return new GroupedEvent(
                event, new Fingerprint(String.valueOf(event.message()), 1, List.of()), "Message", "", null);
    }

    private String issueOf(String message) {
        return issues.apply(ErrorEvent.builder(ErrorEvent.newId(), NOW)
                        .message(message)
                        .build())
                .fingerprint()
                .hash();
    }

    @Test
    void a_hundred_begin_within_an_hour_and_what_comes_after_them_is_one_issue() {
        known.add("known before");
        for (int i = 0; i < NewIssues.PER_HOUR; i++) {
            assertThat(issueOf("new " + i)).isEqualTo("new " + i);
        }

        assertThat(issueOf("one more")).isEqualTo(NewIssues.CATCH_ALL);
        assertThat(issueOf("another")).isEqualTo(NewIssues.CATCH_ALL);
        assertThat(issueOf("new 7")).as("seen already").isEqualTo("new 7");
        assertThat(issueOf("known before")).as("in the store already").isEqualTo("known before");

        now = NOW.plusSeconds(3_600);
        assertThat(issueOf("one more")).as("an hour later").isEqualTo("one more");
    }
}
