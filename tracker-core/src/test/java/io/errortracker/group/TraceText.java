package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads printed stack traces, of the JVM and of JavaScript engines, as they stand in logs and bug reports. Public for the benchmarks. */
public final class TraceText {
    private final List<String> app;
    private final List<Part> parts = new ArrayList<>();
    private boolean script;

    private TraceText(List<String> app) {
        this.app = app;
    }

    /** The event a trace tells of. Frames of classes, or files, that begin with one of the prefixes are the application's own. */
    public static ErrorEvent read(String trace, List<String> app) {
        TraceText text = new TraceText(app);
        trace.lines().forEach(text::line);
        ErrorEvent.Builder event = ErrorEvent.builder("0".repeat(32), Instant.EPOCH);
        return event.exceptions(text.exceptions())
                .platform(text.script ? "javascript" : "java")
                .build();
    }

    private void line(String line) {
        String text = line.strip();
        if (isFrame(text)) {
            if (!parts.isEmpty()) {
                addFrame(text);
            }
        } else if (text.startsWith("... ") && text.contains(" more") && !parts.isEmpty()) {
            addCommonFrames(text);
        } else if (text.startsWith("Caused by:")) {
            parts.add(new Part(
                    headline(text.substring("Caused by:".length())), indent(line), causeOf(indent(line)), false));
        } else if (text.startsWith("Suppressed:")) {
            parts.add(new Part(
                    headline(text.substring("Suppressed:".length())),
                    indent(line),
                    Math.max(0, parts.size() - 1),
                    true));
        } else if (!text.isEmpty()
                && (parts.isEmpty() || last().frames.isEmpty() && parts.size() == 1 && !last().isNamed())) {
            parts.clear();
            parts.add(new Part(headline(text), 0, -1, false));
        }
    }

    /** The last exception that is indented no deeper and not suppressed at the same depth. */
    private int causeOf(int indent) {
        for (int at = parts.size() - 1; at >= 0; at--) {
            Part part = parts.get(at);
            if (part.suppressed ? part.indent <= indent && indent > 0 : part.indent <= indent) {
                return at;
            }
        }
        return parts.isEmpty() ? -1 : 0;
    }

    private static boolean isFrame(String text) {
        if (text.startsWith("at ")) {
            return text.matches("at (async |new )?[^\\s(\\[\"]+(\\s*\\(.*|\\s*)") || text.contains("://");
        }
        int at = text.indexOf('@');
        return at >= 0 && text.indexOf("://", at) > 0 && text.indexOf(' ') < 0;
    }

    private void addFrame(String text) {
        String frame = text.startsWith("at ") ? text.substring(3).strip() : text;
        int open = frame.lastIndexOf('(');
        boolean url = frame.contains("://") || frame.matches(".*\\.[cm]?[jt]sx?:\\d+:\\d+\\)?");
        if (url) {
            script = true;
            last().frames.add(scriptFrame(frame, open));
        } else {
            last().frames.add(javaFrame(open < 0 ? frame : frame.substring(0, frame.indexOf('('))));
        }
    }

    private StackFrame javaFrame(String call) {
        String name = call.strip();
        int dot = name.lastIndexOf('.');
        String type = dot < 0 ? "" : name.substring(0, dot);
        String bare = JvmSites.withoutModule(type);
        return StackFrame.java(
                type, name.substring(dot + 1), null, 0, app.stream().anyMatch(bare::startsWith));
    }

    private StackFrame scriptFrame(String frame, int open) {
        int at = frame.indexOf('@');
        boolean firefox = at >= 0 && frame.indexOf("://") > at && open < 0;
        String function = firefox
                ? frame.substring(0, at)
                : open > 0 ? frame.substring(0, open).strip() : "";
        String place = firefox ? frame.substring(at + 1) : open > 0 ? frame.substring(open + 1) : frame;
        String path = place.replaceFirst("\\)$", "").replaceFirst("(:\\d+)?:\\d+$", "");
        boolean own =
                app.isEmpty() ? !path.contains("node_modules") : app.stream().anyMatch(path::contains);
        return new StackFrame(null, function.isEmpty() ? null : function, null, path, 1, 1, own, Map.of(), null);
    }

    private void addCommonFrames(String text) {
        String digits = text.substring(4, text.indexOf(" more")).strip();
        if (!digits.matches("\\d{1,6}") || last().parent < 0) {
            return;
        }
        List<StackFrame> around = parts.get(last().parent).frames;
        int common = Math.min(Integer.parseInt(digits), Math.max(0, around.size() - 1));
        last().frames.addAll(List.copyOf(around.subList(around.size() - common, around.size())));
    }

    private Part last() {
        return parts.get(parts.size() - 1);
    }

    private List<ExceptionInfo> exceptions() {
        List<ExceptionInfo> exceptions = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            String source = part.parent < 0 ? null : part.suppressed ? "suppressed[0]" : "cause";
            Mechanism mechanism = new Mechanism("trace", null, source, at, part.parent, Map.of());
            exceptions.add(
                    script
                            ? new ExceptionInfo(null, part.type, part.message, mechanism, part.frames)
                            : ExceptionInfo.ofClass(part.type, part.message, mechanism, part.frames));
        }
        return exceptions;
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The class and the message of a headline; a log line's prefix before the class is left out. */
    private static String[] headline(String text) {
        String line = text.strip();
        int from = 0;
        if (line.startsWith("Exception in thread \"")) {
            from = line.indexOf('"', "Exception in thread \"".length()) + 2;
        } else if (line.startsWith("Uncaught ")) {
            from = "Uncaught ".length();
        }
        int start = Math.max(from, 0);
        for (String word : line.substring(Math.min(start, line.length())).split("\\s+")) {
            String name = word.replaceFirst("[:,;]+$", "").replaceFirst("^\\(", "");
            if (name.matches("([\\w$]+\\.)+[\\w$]*(Exception|Error|Throwable|Failure)[\\w$]*")) {
                int at = line.indexOf(name, start) + name.length();
                return new String[] {name, message(line, at)};
            }
        }
        String rest = line.substring(Math.min(start, line.length()));
        String name = rest.replaceFirst("[\\s:].*", "");
        return new String[] {name.isEmpty() ? "Unknown" : name, message(rest, name.length())};
    }

    private static String message(String line, int at) {
        String rest = line.substring(at);
        return rest.startsWith(":") ? rest.substring(1).strip() : null;
    }

    private static final class Part {
        final String type;
        final String message;
        final int indent;
        final int parent;
        final boolean suppressed;
        final List<StackFrame> frames = new ArrayList<>();

        Part(String[] headline, int indent, int parent, boolean suppressed) {
            type = headline[0];
            message = headline[1];
            this.indent = indent;
            this.parent = parent;
            this.suppressed = suppressed;
        }

        boolean isNamed() {
            return type.contains(".") || type.endsWith("Error") || type.endsWith("Exception");
        }
    }
}
