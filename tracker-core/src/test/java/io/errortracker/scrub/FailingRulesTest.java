package io.errortracker.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A detector that fails loses the text it failed on; the rest of the event is scrubbed and kept. */
class FailingRulesTest {
    private static final String TRIGGER = "makes it fail";

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("no"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void only_the_text_that_cannot_be_scrubbed_is_left_out(Throwable failure) {
        ErrorEvent scrubbed = scrubber(failure).apply(event());

        assertThat(scrubbed.toString()).doesNotContain(TRIGGER).doesNotContain("hunter2");
        assertThat(scrubbed.message()).isEqualTo(Words.FAILED);
        assertThat(scrubbed.extra())
                .containsEntry("bad", Words.FAILED)
                .containsEntry("good", "kept")
                .containsEntry("password", "[scrubbed]");
        assertThat(scrubbed.exceptions())
                .extracting(ExceptionInfo::value)
                .containsExactly(Words.FAILED, "a [card] of mine");
        assertThat(scrubbed.breadcrumbs()).extracting(Breadcrumb::message).containsExactly("kept", Words.FAILED);
    }

    private static Scrubber scrubber(Throwable failure) {
        KeyRules keys = new KeyRules(List.of(), List.of());
        Detector failing = new Detector() {
            @Override
            public int needs() {
                return Traits.ANY;
            }

            @Override
            public String scrub(String text) {
                if (text.contains(TRIGGER)) {
                    throw sneaky(failure);
                }
                return text;
            }
        };
        TextRules rules = new TextRules(List.of(failing, new KeyedText(keys, false), new CardNumbers()));
        Profiles profiles = new Profiles(rules, rules, rules, rules, rules, new QueryStrings(keys, rules::scrub));
        return new Scrubber(keys, profiles, false);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    private static ErrorEvent event() {
        return ErrorEvent.builder("0123456789abcdef0123456789abcdef", Instant.EPOCH)
                .message("password=hunter2 " + TRIGGER)
                .exceptions(List.of(
                        ExceptionInfo.ofClass("a.B", TRIGGER, null, List.of()),
                        ExceptionInfo.ofClass("a.B", "a 4111111111111111 of mine", null, List.of())))
                .user(new User(TRIGGER, "jo", null, null, Map.of("note", TRIGGER)))
                .request(new Request(TRIGGER, TRIGGER, "a=" + TRIGGER, Map.of("user-agent", TRIGGER)))
                .breadcrumb(Breadcrumb.of("c", "kept").at(Instant.EPOCH))
                .breadcrumb(Breadcrumb.of(TRIGGER, TRIGGER).at(Instant.EPOCH))
                .extra("bad", TRIGGER)
                .extra("good", "kept")
                .extra("password", "hunter2")
                .extra(TRIGGER, "under a key that fails")
                .build();
    }
}
