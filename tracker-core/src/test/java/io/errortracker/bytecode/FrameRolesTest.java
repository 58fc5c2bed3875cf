package io.errortracker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.FrameRole;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What class files tell of methods whose names tell nothing. */
class FrameRolesTest {
    private static final String APPLICATION = "com.example.bytecode.";

    private final CompiledClasses application = CompiledClasses.of("FrameRolesTest.java.txt");
    private final FrameRoles roles = new FrameRoles(application::resource);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sane",
                "saneWithText",
                "sanePassingOn",
                "saneFluent",
                "saneByOther",
                "saneByLibrary",
                "saneAll",
                "saneByPredicate",
                "saneByFactory",
                "saneLong",
                "saneNull"
            })
    void a_method_that_only_checks_its_arguments_is_a_guard(String way) {
        assertThat(rolesOf(way)).contains("Rules." + way + "=GUARD ").endsWith("=ORDINARY");
    }

    @ParameterizedTest
    @CsvSource({
        "made, Trouble.about=FACTORY",
        "madeAsBase, Trouble.vaguely=FACTORY",
        "bailed, Trouble.out=FACTORY",
        "bailedForResult, Trouble.instead=FACTORY"
    })
    void a_method_that_only_makes_the_exception_is_a_factory(String way, String first) {
        assertThat(rolesOf(way)).startsWith(first + " ").endsWith("Till.open=ORDINARY");
    }

    @ParameterizedTest
    @CsvSource({
        "remembering, Rules.remembering=ORDINARY",
        "counting, Rules.counting=ORDINARY",
        "telling, Rules.telling=ORDINARY",
        "telling, Rules.telling=ORDINARY",
        "computing, Rules.computing=ORDINARY",
        "filling, Rules.filling=ORDINARY"
    })
    void a_method_that_does_something_is_ordinary_whatever_it_checks(String way, String first) {
        assertThat(rolesOf(way)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"overridable", "withoutArguments", "viaLambda", "constructed", "raisedByJvm", "stub", "saving"})
    void where_code_does_not_say_it_stays_untold(String way) {
        assertThat(rolesOf(way)).contains("=null ").endsWith("Till.open=ORDINARY");
    }

    @Test
    void what_is_static_in_other_languages_is_a_single_object() {
        assertThat(rolesOf("saneObject")).startsWith("Single.sane=GUARD ");
    }

    @Test
    void overloads_are_told_apart_by_their_lines() {
        assertThat(rolesOf("overloadedGuard")).startsWith("Rules.either=GUARD ");
        assertThat(rolesOf("overloadedWork")).isEqualTo("Rules.either=ORDINARY");
    }

    @Test
    void without_lines_a_method_with_namesakes_stays_untold_and_one_without_is_told() {
        CompiledClasses lineless = CompiledClasses.of("FrameRolesTest.java.txt", "-g:none");
        FrameRoles told = new FrameRoles(lineless::resource);

        assertThat(text(told.told(thrown(lineless, "overloadedGuard")))).startsWith("Rules.either=null ");
        assertThat(text(told.told(thrown(lineless, "sane")))).startsWith("Rules.sane=GUARD ");
    }

    @Test
    void nothing_is_told_where_class_files_cannot_be_had() {
        ExceptionInfo exception = thrown(application, "sane");
        FrameRoles nowhere = new FrameRoles(path -> null);
        FrameRoles closed = new FrameRoles(path -> {
            throw new IllegalStateException("the class loader is closed");
        });
        FrameRoles garbled = new FrameRoles(path -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(nowhere.told(exception)).isSameAs(exception);
        assertThat(closed.told(exception)).isSameAs(exception);
        assertThat(garbled.told(exception)).isSameAs(exception);
    }

    @Test
    void a_class_file_of_a_later_java_is_read_all_the_same() {
        FrameRoles later = new FrameRoles(path -> application.resourceOfVersion(path, 99));

        assertThat(text(later.told(thrown(application, "sane")))).startsWith("Rules.sane=GUARD ");
    }

    @Test
    void a_class_file_is_read_once_also_one_that_there_is_not() {
        List<String> asked = new ArrayList<>();
        FrameRoles counted = new FrameRoles(path -> {
            asked.add(path);
            return null;
        });

        counted.told(thrown(application, "sane"));
        counted.told(thrown(application, "sane"));

        assertThat(asked).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void no_class_is_loaded_for_it() {
        List<String> opened = new ArrayList<>();
        FrameRoles watched = new FrameRoles(path -> {
            opened.add(path);
            return application.resource(path);
        });
        StackFrame frame = StackFrame.java(APPLICATION + "Unwilling", "check", null, 0, true);

        watched.told(exceptionWith(frame));

        assertThat(opened).contains("com/example/bytecode/Unwilling.class");
        assertThat(application.hasLoaded(APPLICATION + "Unwilling")).isFalse();
    }

    @Test
    void frames_of_libraries_stay_as_they_are_and_so_do_endless_ones() {
        StackFrame library = StackFrame.java("java.util.Objects", "requireNonNull", null, 0, false);
        StackFrame guard = StackFrame.java(APPLICATION + "Rules", "sane", null, 0, true);

        ExceptionInfo told = roles.told(exceptionWith(
                Stream.concat(Stream.of(library), Stream.generate(() -> guard).limit(100))
                        .toArray(StackFrame[]::new)));

        assertThat(told.frames().get(0).role()).isNull();
        assertThat(told.frames().get(1).role()).isEqualTo(FrameRole.GUARD);
        assertThat(told.frames().get(100).role()).isNull();
    }

    private String rolesOf(String way) {
        return text(roles.told(thrown(application, way)));
    }

    /** The application's frames up to the first that is ordinary: {@code Rules.sane=GUARD Till.open=ORDINARY}. */
    private static String text(ExceptionInfo exception) {
        StringBuilder text = new StringBuilder();
        for (StackFrame frame : exception.frames()) {
            if (frame.inApp()) {
                String type = String.valueOf(frame.module()).substring(APPLICATION.length());
                text.append(text.isEmpty() ? "" : " ").append(type + "." + frame.function() + "=" + frame.role());
                if (frame.role() == FrameRole.ORDINARY) {
                    break;
                }
            }
        }
        return text.toString();
    }

    private static ExceptionInfo exceptionWith(StackFrame... frames) {
        return ExceptionInfo.ofClass("java.lang.IllegalArgumentException", "x", null, List.of(frames));
    }

    private static ExceptionInfo thrown(CompiledClasses classes, String way) {
        Throwable thrown = classes.run(APPLICATION + "Till", "open", way);
        List<StackFrame> frames = Arrays.stream(thrown.getStackTrace())
                .map(frame -> StackFrame.java(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName(),
                        frame.getLineNumber(),
                        frame.getClassName().startsWith(APPLICATION)))
                .toList();
        List<String> ancestry = new ArrayList<>();
        for (Class<?> type = thrown.getClass().getSuperclass(); type != Throwable.class; type = type.getSuperclass()) {
            ancestry.add(type.getName());
        }
        Mechanism mechanism = new Mechanism("generic", true, null, 0, -1, Map.of(Mechanism.ANCESTRY, ancestry));
        return ExceptionInfo.ofClass(thrown.getClass().getName(), thrown.getMessage(), mechanism, frames);
    }
}
