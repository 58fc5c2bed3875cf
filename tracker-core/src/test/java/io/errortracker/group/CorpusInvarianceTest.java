package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import io.errortracker.group.LabelledTraces.Labelled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real traces, changed as releases, servers and users change them: whatever their labels say, the groups must stay. */
class CorpusInvarianceTest {
    private static final String NEW_ROOT = "net.example.moved.";

    private final Grouper grouper = new Grouper();

    enum Change {
        LINES_SHIFT {
            @Override
            List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app) {
                return eachFrame(chain, frame -> frame.at(frame.function(), "Moved.java", null, 9_999, 0, null));
            }
        },
        VALUES_IN_MESSAGES_CHANGE {
            @Override
            List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app) {
                return each(chain, exception -> exception.withValue(otherDigits(exception.value())));
            }
        },
        A_CONTAINER_WRAPS_IT {
            @Override
            List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app) {
                List<ExceptionInfo> wrapped = new ArrayList<>();
                for (String wrapper : List.of("jakarta.servlet.ServletException", "jakarta.ejb.EJBException")) {
                    wrapped.add(ExceptionInfo.ofClass(wrapper, "request 4711", null, List.of()));
                }
                chain.forEach(exception -> wrapped.add(withoutMechanism(exception)));
                return wrapped;
            }
        },
        BEANS_ARE_PROXIED {
            @Override
            List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app) {
                return each(
                        chain,
                        exception -> exception.withFrames(exception.frames().stream()
                                .flatMap(frame -> proxied(frame).stream())
                                .toList()));
            }
        },
        REFLECTION_WARMS_UP {
            @Override
            List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app) {
                return eachFrame(
                        chain,
                        frame -> String.valueOf(frame.module()).contains("NativeMethodAccessorImpl")
                                ? StackFrame.java(
                                        "jdk.internal.reflect.GeneratedMethodAccessor17", "invoke", null, 0, false)
                                : frame);
            }
        },
        THE_APPLICATION_MOVES_TO_ANOTHER_PACKAGE {
            @Override
            List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app) {
                List<ExceptionInfo> moved = new ArrayList<>();
                for (ExceptionInfo exception : eachFrame(chain, frame -> moved(frame, app))) {
                    moved.add(ExceptionInfo.ofClass(
                            moved(exception.qualifiedType(), app),
                            exception.value(),
                            exception.mechanism(),
                            exception.frames()));
                }
                return moved;
            }
        };

        abstract List<ExceptionInfo> of(List<ExceptionInfo> chain, List<String> app);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void the_groups_stay(Change change) throws IOException {
        Map<String, String> afterBefore = new HashMap<>();
        Map<String, String> beforeAfter = new HashMap<>();
        for (String corpus : List.of("field_and_tests.dev.jsonl.gz", "jvm_faults.jsonl.gz")) {
            for (Labelled trace : LabelledTraces.ofResource(corpus)) {
                ErrorEvent event = TraceText.read(trace.trace(), trace.app());
                String before = hash(event);
                String after =
                        hash(event.with(changed -> changed.exceptions(change.of(event.exceptions(), trace.app()))));

                assertThat(beforeAfter.merge(before, after, (old, now) -> old))
                        .as("%s stays with its group", trace.id())
                        .isEqualTo(after);
                assertThat(afterBefore.merge(after, before, (old, now) -> old))
                        .as("%s joins no other group", trace.id())
                        .isEqualTo(before);
            }
        }
    }

    private String hash(ErrorEvent event) {
        return grouper.group(event).fingerprint().hash();
    }

    private static List<ExceptionInfo> each(List<ExceptionInfo> chain, UnaryOperator<ExceptionInfo> change) {
        return chain.stream().map(change).toList();
    }

    private static List<ExceptionInfo> eachFrame(List<ExceptionInfo> chain, UnaryOperator<StackFrame> change) {
        return each(
                chain,
                exception -> exception.withFrames(
                        exception.frames().stream().map(change).toList()));
    }

    private static ExceptionInfo withoutMechanism(ExceptionInfo exception) {
        return new ExceptionInfo(exception.module(), exception.type(), exception.value(), null, exception.frames());
    }

    private static String otherDigits(String value) {
        return value == null ? null : value.replaceAll("\\b[1-9]\\d{2,}\\b", "777");
    }

    /** A client proxy calls the bean: its frame stands behind that of the bean's method. Constructors and static methods have none. */
    private static List<StackFrame> proxied(StackFrame frame) {
        String method = String.valueOf(frame.function());
        if (!frame.inApp() || method.contains("<") || method.contains("$")) {
            return List.of(frame);
        }
        StackFrame proxy =
                StackFrame.java(frame.module() + "$Proxy$_$$_WeldClientProxy", method, null, 0, frame.inApp());
        return List.of(frame, proxy);
    }

    private static StackFrame moved(StackFrame frame, List<String> app) {
        return StackFrame.java(
                moved(String.valueOf(frame.module()), app), String.valueOf(frame.function()), null, 1, frame.inApp());
    }

    private static String moved(String type, List<String> app) {
        for (String prefix : app) {
            if (type.startsWith(prefix)) {
                return NEW_ROOT + prefix.replace(".", "") + "." + type.substring(prefix.length());
            }
        }
        return type;
    }
}
