package io.errortracker.ui.page;

import io.errortracker.event.EventLimits;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.ui.page.StackView.Frame;
import io.errortracker.ui.page.StackView.Run;
import io.errortracker.ui.page.StackView.Source;
import io.errortracker.ui.page.StackView.SourceLine;
import io.errortracker.ui.page.StackView.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds stack traces: frames of the application are open, those of servers and libraries are folded, and what a cause shares with the
 * exception it led to is told once.
 */
final class StackFolding {
    private final List<ExceptionInfo> exceptions;
    private final @Nullable String culprit;
    private final boolean unfolded;

    StackFolding(List<ExceptionInfo> exceptions, @Nullable String culprit, boolean unfolded) {
        this.exceptions = exceptions;
        this.culprit = culprit;
        this.unfolded = unfolded;
    }

    List<Thrown> thrown() {
        int holder = holderOfCulprit();
        List<Thrown> all = new ArrayList<>(exceptions.size());
        for (int i = 0; i < exceptions.size(); i++) {
            all.add(thrown(i, unfolded || i == holder));
        }
        return List.copyOf(all);
    }

    private Thrown thrown(int index, boolean open) {
        ExceptionInfo exception = exceptions.get(index);
        String value = exception.value();
        String module = exception.module();
        int frames = exception.frames().size();
        return new Thrown(
                relation(exception, index),
                module == null ? List.of() : ForeignText.line(module + "."),
                ForeignText.line(exception.type()),
                value == null ? List.of() : ForeignText.lines(value),
                mechanism(exception.mechanism(), index),
                frames == 0 ? "no stack trace" : Amount.of(frames, "frame"),
                open,
                runs(index));
    }

    private @Nullable String relation(ExceptionInfo exception, int index) {
        if (index == 0) {
            return null;
        }
        Mechanism mechanism = exception.mechanism();
        return mechanism != null && mechanism.isSuppressed() ? "Suppressed" : "Caused by";
    }

    private static @Nullable String mechanism(@Nullable Mechanism mechanism, int index) {
        if (mechanism == null || index > 0) {
            return null;
        }
        Boolean handled = mechanism.handled();
        String how = handled == null ? "" : handled ? ", handled" : ", unhandled";
        return ForeignText.plain(mechanism.type()) + how;
    }

    /** The last exception in the chain of causes whose own frames hold the culprit. */
    private int holderOfCulprit() {
        int holder = 0;
        for (int i = 0; i < exceptions.size(); i++) {
            Mechanism mechanism = exceptions.get(i).mechanism();
            boolean aside = mechanism != null && mechanism.isSuppressed();
            if (!aside && ownFrames(i).stream().anyMatch(this::isCulprit)) {
                holder = i;
            }
        }
        return holder;
    }

    private List<StackFrame> ownFrames(int index) {
        List<StackFrame> frames = exceptions.get(index).frames();
        return frames.subList(0, frames.size() - shared(index));
    }

    /** How many of the last frames an exception has in common with the one it hangs below. */
    private int shared(int index) {
        if (index == 0) {
            return 0;
        }
        List<StackFrame> own = exceptions.get(index).frames();
        List<StackFrame> above = exceptions.get(parent(index)).frames();
        int shared = 0;
        while (shared < own.size()
                && shared < above.size()
                && isSame(own.get(own.size() - 1 - shared), above.get(above.size() - 1 - shared))) {
            shared++;
        }
        return shared > 1 ? shared : 0;
    }

    private int parent(int index) {
        Mechanism mechanism = exceptions.get(index).mechanism();
        if (mechanism != null) {
            for (int i = 0; i < index; i++) {
                Mechanism above = exceptions.get(i).mechanism();
                if (above != null && above.exceptionId() == mechanism.parentId()) {
                    return i;
                }
            }
        }
        return index - 1;
    }

    private static boolean isSame(StackFrame one, StackFrame other) {
        return one.line() == other.line()
                && Objects.equals(one.module(), other.module())
                && Objects.equals(one.function(), other.function());
    }

    private List<Run> runs(int index) {
        List<StackFrame> own = ownFrames(index);
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < own.size()) {
            int to = from + 1;
            while (to < own.size() && own.get(to).inApp() == own.get(from).inApp()) {
                to++;
            }
            runs.add(run(own.subList(from, to)));
            from = to;
        }
        int shared = shared(index);
        if (shared > 0) {
            List<StackFrame> all = exceptions.get(index).frames();
            String summary = Amount.of(shared, "frame") + " in common with the exception above";
            runs.add(new Run(summary, unfolded, frames(all.subList(all.size() - shared, all.size()))));
        }
        return List.copyOf(runs);
    }

    private Run run(List<StackFrame> frames) {
        boolean folds = !frames.get(0).inApp() && frames.size() > 1;
        return new Run(folds ? FramePackages.summary(frames) : null, unfolded, frames(frames));
    }

    private List<Frame> frames(List<StackFrame> frames) {
        return frames.stream().map(this::frame).toList();
    }

    private Frame frame(StackFrame frame) {
        return EventLimits.isMarker(frame) ? cut(frame) : real(frame);
    }

    /** Stands for frames that were not kept. */
    private static Frame cut(StackFrame marker) {
        Object times = marker.variables().get("moreTimes");
        String frames = marker.variables().getOrDefault("frames", "some") + " frames";
        String told = times == null ? frames + " cut" : frames + " repeated " + times + " more times";
        return new Frame(false, false, List.of(), ForeignText.line(told), List.of(), List.of(), null);
    }

    private Frame real(StackFrame frame) {
        String module = frame.module();
        int dot = module == null ? -1 : module.lastIndexOf('.');
        String prefix = module == null || dot < 0 ? "" : module.substring(0, dot + 1);
        return new Frame(
                frame.inApp(),
                isCulprit(frame),
                ForeignText.line(prefix),
                ForeignText.line(name(frame)),
                ForeignText.line(place(frame)),
                Node.entries(frame.variables()),
                source(frame));
    }

    private boolean isCulprit(StackFrame frame) {
        return culprit != null && frame.inApp() && culprit.equals(name(frame));
    }

    /** {@code PaymentResource.pay}. */
    static String name(StackFrame frame) {
        String module = frame.module();
        String function = frame.function() == null ? "?" : frame.function();
        return module == null ? function : module.substring(module.lastIndexOf('.') + 1) + "." + function;
    }

    /** {@code PaymentResource.java:58}. */
    static String place(StackFrame frame) {
        String file = frame.file() != null ? frame.file() : frame.absPath();
        if (file == null) {
            return "";
        }
        String line = frame.line() > 0 ? ":" + frame.line() : "";
        return file + line + (frame.column() > 0 ? ":" + frame.column() : "");
    }

    private static @Nullable Source source(StackFrame frame) {
        SourceContext context = frame.source();
        if (context == null) {
            return null;
        }
        List<SourceLine> lines = new ArrayList<>();
        int number = frame.line() - context.before().size();
        for (String before : context.before()) {
            lines.add(line(number++, before, false));
        }
        lines.add(line(number++, context.line(), true));
        for (String after : context.after()) {
            lines.add(line(number++, after, false));
        }
        return new Source(List.copyOf(lines));
    }

    private static SourceLine line(int number, String text, boolean current) {
        return new SourceLine(number > 0 ? Integer.toString(number) : "", ForeignText.lines(text), current);
    }
}
