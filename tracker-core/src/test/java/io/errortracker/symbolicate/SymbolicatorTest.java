package io.errortracker.symbolicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactFile.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SymbolicatorTest {
    private static final String URL = "https://shop.example/shop/assets/app.js";
    private static final String DEBUG_ID = "970506e8-fe00-4d57-a8b0-9a3f4e8dd2b1";

    private final FakeArtifacts artifacts = new FakeArtifacts();
    private final SelfHealth health = new SelfHealth(Clock.systemUTC(), System.getLogger("test"));
    private final Symbolicator symbolicator = new Symbolicator(artifacts, health);

    @Test
    void a_minified_stack_becomes_the_original_one_with_files_functions_lines_and_context() {
        upload("1.4.2", "~/assets/app.js", null);

        Readable readable = symbolicator.readable(event(parts -> parts.release("1.4.2")));

        List<StackFrame> frames = readable.event().thrown().frames();
        assertThat(frames)
                .extracting(frame -> frame.function() + " " + frame.file() + ":" + frame.line() + ":" + frame.column())
                .containsExactly(
                        "lineTotal src/cart.ts:21:11",
                        "Array.map null:0:0",
                        "total src/cart.ts:15:23",
                        "checkout src/main.ts:6:17",
                        "start src/main.ts:10:3",
                        "? src/main.ts:14:3");
        assertThat(frames.get(0).inApp()).isTrue();
        assertThat(frames.get(0).source())
                .isEqualTo(new SourceContext(
                        List.of("  }", "}", "", "function lineTotal(line: Line): number {", "  if (line.count < 0) {"),
                        "    throw new RangeError(`${line.name} cannot be in the basket ${line.count} times`);",
                        List.of("  }", "  return line.cents * line.count;", "}", "")));
        assertThat(readable.changed()).isTrue();
        assertThat(readable.reasons()).isEmpty();
        assertThat(health.lastFailure()).isNull();
    }

    @Test
    void a_debug_id_needs_neither_release_nor_path() {
        upload("other", "~/" + DEBUG_ID + "-0.js", DEBUG_ID);

        Readable readable = symbolicator.readable(event(parts -> parts.debugIds(Map.of(URL, DEBUG_ID))));

        assertThat(readable.event().thrown().frames().get(0).file()).isEqualTo("src/cart.ts");
    }

    @Test
    void without_the_minified_file_a_function_is_what_its_caller_calls_it() {
        artifacts.keep(
                "1.4.2", "", new ArtifactFile.Content(Kind.SOURCE_MAP, "~/assets/app.js.map", null, null, map()));

        Readable readable = symbolicator.readable(event(parts -> parts.release("1.4.2")));

        assertThat(readable.event().thrown().frames())
                .extracting(StackFrame::function)
                .containsExactly("o", "Array.map", "n.total", "checkout", "start", "?");
    }

    @Test
    void frames_of_libraries_and_of_ignored_sources_are_not_the_applications_own() {
        String map =
                new String(map(), StandardCharsets.UTF_8).replace("../../src/cart.ts", "../node_modules/x/cart.js");
        artifacts.keep(
                "1",
                "",
                new ArtifactFile.Content(
                        Kind.SOURCE_MAP, "~/app.js.map", null, null, map.getBytes(StandardCharsets.UTF_8)));

        Readable readable = symbolicator.readable(event(parts -> parts.release("1")));

        assertThat(readable.event().thrown().frames().get(0).inApp()).isFalse();
        assertThat(readable.event().thrown().frames().get(3).inApp()).isTrue();
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(reason(parts -> parts.release("1.4.2")))
                .isEqualTo("release 1.4.2 has no source map for /shop/assets/app.js");
        assertThat(reason(parts -> {})).isEqualTo("the event names neither a release nor a debug id");
        assertThat(reason(parts -> parts.debugIds(Map.of(URL, DEBUG_ID))))
                .isEqualTo("no source map was uploaded for debug id " + DEBUG_ID);

        artifacts.keep(
                "2", "", new ArtifactFile.Content(Kind.SOURCE_MAP, "~/app.js.map", null, null, new byte[] {'x'}));
        assertThat(reason(parts -> parts.release("2")))
                .isEqualTo("its source map cannot be used: it is not a JSON object");
    }

    @Test
    void the_longest_common_end_of_the_path_and_the_build_decide() {
        artifacts.keep("1", "", named("~/other/app.js.map", "far.ts"));
        artifacts.keep("1", "", named("~/app.js.map", "near.ts"));
        artifacts.keep("1", "", named("~/assets/app.js.map", "nearest.ts"));
        artifacts.keep("1", "7", named("~/assets/app.js.map", "build7.ts"));

        assertThat(firstFile(parts -> parts.release("1"))).isEqualTo("nearest.ts");
        assertThat(firstFile(parts -> parts.release("1").dist("7"))).isEqualTo("build7.ts");
        assertThat(firstFile(parts -> parts.release("1").dist("8"))).isEqualTo("nearest.ts");
    }

    @Test
    void an_event_of_java_is_left_alone_without_a_look_at_the_store() {
        ErrorEvent event = event(parts -> parts.platform("java").release("1"));

        assertThat(symbolicator.readable(event).event()).isSameAs(event);
        assertThat(artifacts.looks()).isZero();
    }

    private String firstFile(Consumer<ErrorEvent.Builder> more) {
        return symbolicator
                .readable(event(more))
                .event()
                .thrown()
                .frames()
                .get(0)
                .file();
    }

    private String reason(Consumer<ErrorEvent.Builder> more) {
        Readable readable = symbolicator.readable(event(more));
        assertThat(readable.changed()).isFalse();
        return readable.reasons().get(URL);
    }

    private static ArtifactFile.Content named(String url, String source) {
        String map = "{\"version\":3,\"sources\":[\"" + source + "\"],\"mappings\":\"AAAA\"}";
        return new ArtifactFile.Content(Kind.SOURCE_MAP, url, null, null, map.getBytes(StandardCharsets.UTF_8));
    }

    private void upload(String release, String url, @Nullable String debugId) {
        artifacts.keep(release, "", new ArtifactFile.Content(Kind.SOURCE_MAP, url + ".map", debugId, null, map()));
        artifacts.keep(
                release, "", new ArtifactFile.Content(Kind.MINIFIED, url, debugId, "app.js.map", read("app.js")));
    }

    private static byte[] map() {
        return read("app.js.map");
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(
                    Path.of("src/test/resources/symbolicate/dist/assets").resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static ErrorEvent event(Consumer<ErrorEvent.Builder> more) {
        List<StackFrame> frames = List.of(
                frame("o", 143),
                new StackFrame(null, "Array.map", null, null, 0, 0, false, Map.of(), null),
                frame("n.total", 80),
                frame("a", 308),
                frame("c", 330),
                frame("?", 340));
        ErrorEvent.Builder event = ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
                .platform("javascript")
                .exceptions(List.of(new ExceptionInfo(null, "RangeError", "no", null, frames)));
        more.accept(event);
        return event.build();
    }

    private static StackFrame frame(String function, int column) {
        return new StackFrame(null, function, URL, null, 1, column, true, Map.of(), null);
    }
}
