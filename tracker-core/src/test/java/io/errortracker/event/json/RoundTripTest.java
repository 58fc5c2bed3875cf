package io.errortracker.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.FrameRole;
import io.errortracker.event.Level;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
    private static final EventJson JSON = EventJson.create(JsonLimits.OWN);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void what_was_written_is_read_as_an_equal_event(@ForAll("events") ErrorEvent event) throws Exception {
        byte[] written = JSON.write(event);

        assertThat(written).doesNotContain('\n');
        assertThat(JSON.read(written, Instant.EPOCH)).isEqualTo(event);
    }

    @Provide
    Arbitrary<ErrorEvent> events() {
        return Combinators.combine(bare(), exceptions(), details(), breadcrumbs())
                .as((bare, exceptions, details, breadcrumbs) -> {
                    ErrorEvent.Builder event = bare.toBuilder().exceptions(exceptions);
                    event.breadcrumbs(breadcrumbs).user(details.user()).request(details.request());
                    return event.extra(details.extra())
                            .tags(details.tags())
                            .contexts(Map.of("response", details.extra()))
                            .modules(details.tags())
                            .debugIds(Map.of("https://shop.example/app.js", "970506e8-fe00-4d57-a8b0-9a3f4e8dd2b1"))
                            .build();
                });
    }

    private static Arbitrary<ErrorEvent> bare() {
        return Combinators.combine(
                        instants(),
                        Arbitraries.of(Level.class),
                        words().injectNull(0.3).list().ofSize(9),
                        texts().injectNull(0.5),
                        words().list().ofMaxSize(3))
                .as((time, level, words, message, fingerprint) -> ErrorEvent.builder(ErrorEvent.newId(), time)
                        .level(level)
                        .logger(words.get(0))
                        .environment(words.get(1))
                        .release(words.get(2))
                        .dist(words.get(3))
                        .serverName(words.get(4))
                        .transaction(words.get(5))
                        .threadName(words.get(6))
                        .message(message)
                        .messageTemplate(message == null ? null : words.get(7))
                        .sdk(words.get(8) == null ? null : "errortracker." + words.get(8) + "/0.1.0")
                        .fingerprint(fingerprint)
                        .build());
    }

    private static Arbitrary<List<ExceptionInfo>> exceptions() {
        Arbitrary<ExceptionInfo> exception = Combinators.combine(
                        words().injectNull(0.3),
                        words(),
                        texts().injectNull(0.3),
                        frames().list().ofMaxSize(4),
                        Arbitraries.of(true, false).injectNull(0.3),
                        values())
                .as((module, type, value, frames, handled, data) -> new ExceptionInfo(
                        module, type, value, new Mechanism("cdi", handled, null, -1, -1, data), frames));
        return exception.list().ofMaxSize(4).map(RoundTripTest::numbered);
    }

    private static List<ExceptionInfo> numbered(List<ExceptionInfo> chain) {
        List<ExceptionInfo> numbered = new ArrayList<>();
        for (ExceptionInfo each : chain) {
            int number = numbered.size();
            Mechanism mechanism = new Mechanism(
                    number == 0 ? "cdi" : "chained",
                    each.mechanism().handled(),
                    number == 0 ? null : "suppressed[" + number + "]",
                    number,
                    number - 1,
                    each.mechanism().data());
            numbered.add(new ExceptionInfo(each.module(), each.type(), each.value(), mechanism, each.frames()));
        }
        return numbered;
    }

    private static Arbitrary<StackFrame> frames() {
        Arbitrary<SourceContext> sources = Combinators.combine(
                        texts().list().ofMaxSize(3), texts(), texts().list().ofMaxSize(3))
                .as(SourceContext::new);
        return Combinators.combine(
                        words().injectNull(0.2).list().ofSize(4),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.of(true, false),
                        values(),
                        sources.injectNull(0.5),
                        Arbitraries.of(FrameRole.class).injectNull(0.5))
                .as((words, line, column, inApp, variables, source, role) -> new StackFrame(
                        words.get(0),
                        words.get(1),
                        words.get(2),
                        words.get(3),
                        line,
                        column,
                        inApp,
                        variables,
                        source,
                        role));
    }

    private static Arbitrary<Details> details() {
        Arbitrary<User> users = Combinators.combine(
                        words().injectNull(0.5).list().ofSize(4), values())
                .as((words, data) -> new User(words.get(0), words.get(1), words.get(2), words.get(3), data));
        Arbitrary<Request> requests = Combinators.combine(
                        words().injectNull(0.3),
                        texts().injectNull(0.3),
                        Arbitraries.maps(words().map(String::toLowerCase), texts())
                                .ofMaxSize(3))
                .as((word, query, headers) ->
                        new Request(word, word == null ? null : "https://shop/" + word, query, headers));
        return Combinators.combine(
                        users.injectNull(0.3),
                        requests.injectNull(0.3),
                        values(),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(4))
                .as(Details::new);
    }

    private static Arbitrary<List<Breadcrumb>> breadcrumbs() {
        return Combinators.combine(
                        instants().injectNull(0.2),
                        words(),
                        texts().injectNull(0.3),
                        texts().injectNull(0.3),
                        Arbitraries.of(Level.class),
                        values())
                .as(Breadcrumb::new)
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<Map<String, Object>> values() {
        return Arbitraries.maps(texts(), value(3)).ofMaxSize(3);
    }

    @SuppressWarnings("unchecked")
    private static Arbitrary<Object> value(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().filter(d -> d != Math.rint(d)).map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just(null));
        return depth == 0
                ? scalars
                : Arbitraries.oneOf(
                        scalars,
                        Arbitraries.lazy(() -> value(depth - 1))
                                .list()
                                .ofMaxSize(3)
                                .map(Object.class::cast),
                        Arbitraries.lazy(() -> Arbitraries.maps(texts(), value(depth - 1))
                                        .ofMaxSize(3))
                                .map(Object.class::cast));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('A', 'z').ofMinLength(1).ofMaxLength(12);
    }

    /** Any text but for halves of surrogate pairs, which UTF-8 cannot hold. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(12).filter(text -> text.codePoints()
                .noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
    }

    private record Details(User user, Request request, Map<String, Object> extra, Map<String, String> tags) {}
}
