package io.errortracker.capture;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of what was copied on the failing thread. Runs on the worker's thread, where there is time to parse and to look
 * around.
 *
 * <p>For one thread at a time.
 *
 * @since 0.1.0
 */
public final class EventMaker {
    private static final String NAME = "errortracker.java/";
    private static final String SDK = NAME + "0.1.0";

    private final AppFacts app;
    private final UnaryOperator<ExceptionInfo> roles;
    private final UserAgents userAgents = new UserAgents();

    /** @param roles tells of the frames of an exception what part their methods have in raising it */
    public EventMaker(AppFacts app, UnaryOperator<ExceptionInfo> roles) {
        this.app = app;
        this.roles = roles;
    }

    /** Whether this or another version of it made an event. */
    public static boolean isMaker(ErrorEvent event) {
        return event.sdk() != null && event.sdk().startsWith(NAME);
    }

    ErrorEvent make(
            List<ThrowableSnapshot> throwables,
            String mechanism,
            boolean handled,
            List<CallFrame> calls,
            ErrorEvent.Builder event) {
        ErrorEvent made = event.exceptions(exceptions(throwables, mechanism, handled, calls))
                .environment(app.environment())
                .release(app.release())
                .dist(app.dist())
                .serverName(app.serverName())
                .sdk(SDK)
                .build();
        return made.with(builder -> addContexts(made, builder));
    }

    private void addContexts(ErrorEvent event, ErrorEvent.Builder builder) {
        Map<String, Map<String, Object>> contexts = new LinkedHashMap<>(event.contexts());
        app.contexts().forEach(contexts::putIfAbsent);
        contexts.put("jvm", moment());
        String userAgent = userAgentOf(event.request());
        if (userAgent != null) {
            userAgents.contexts(userAgent).forEach(contexts::putIfAbsent);
        }
        builder.contexts(contexts);
    }

    private static @Nullable String userAgentOf(@Nullable Request request) {
        return request == null ? null : request.header("user-agent");
    }

    private static Map<String, Object> moment() {
        Runtime runtime = Runtime.getRuntime();
        Map<String, Object> moment = new LinkedHashMap<>();
        moment.put("heap_used_mib", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        moment.put("heap_max_mib", runtime.maxMemory() >> 20);
        moment.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) {
            moment.put("load_1m", Math.round(load * 100) / 100.0);
        }
        moment.put("processors", runtime.availableProcessors());
        moment.put("uptime_s", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
        return moment;
    }

    private List<ExceptionInfo> exceptions(
            List<ThrowableSnapshot> throwables, String mechanism, boolean handled, List<CallFrame> calls) {
        List<CallFrame> open = new ArrayList<>(calls);
        List<ExceptionInfo> exceptions = new ArrayList<>(throwables.size());
        for (int i = throwables.size() - 1; i >= 0; i--) {
            ThrowableSnapshot throwable = throwables.get(i);
            Map<String, Object> data = data(throwable);
            Mechanism how = throwable.source() == null
                    ? new Mechanism(mechanism, handled, null, i, -1, data)
                    : new Mechanism("chained", handled, throwable.source(), i, throwable.parent(), data);
            ExceptionInfo exception = ExceptionInfo.ofClass(
                    throwable.className(),
                    throwable.message(),
                    how,
                    frames(throwable.trace().frames(), open));
            exceptions.add(0, roles.apply(exception));
        }
        return exceptions;
    }

    private static Map<String, Object> data(ThrowableSnapshot throwable) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (!throwable.ancestry().isEmpty()) {
            data.put(Mechanism.ANCESTRY, throwable.ancestry());
        }
        if (throwable.trace().framesLeftOut() > 0) {
            data.put("frames_left_out", throwable.trace().framesLeftOut());
        }
        return data;
    }

    /** The frames, with the arguments of a call under the first frame that is its method; a call is used up by that. */
    private List<StackFrame> frames(StackTraceElement[] elements, List<CallFrame> open) {
        Predicate<String> inApp = app.inApp();
        List<StackFrame> frames = new ArrayList<>(elements.length);
        for (StackTraceElement element : elements) {
            StackFrame frame = StackFrame.java(
                    element.getClassName(),
                    element.getMethodName(),
                    element.getFileName(),
                    element.getLineNumber(),
                    inApp.test(element.getClassName()));
            frames.add(open.isEmpty() ? frame : withArguments(frame, open));
        }
        return frames;
    }

    private static StackFrame withArguments(StackFrame frame, List<CallFrame> open) {
        for (int i = 0; i < open.size(); i++) {
            CallFrame call = open.get(i);
            if (call.declaringClass().equals(frame.module()) && call.method().equals(frame.function())) {
                open.remove(i);
                return frame.withVariables(call.arguments());
            }
        }
        return frame;
    }
}
