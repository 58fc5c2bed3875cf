package io.errortracker.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack traces of an event.
 *
 * @param mode {@code app}, {@code all}, {@code raw} or {@code minified}
 * @param raw as Java prints it; null in the other modes
 * @param unreadable minified files whose frames could not be made readable
 * @param regroup where events that came before their source map can be grouped anew; null when that would change nothing here
 */
record StackView(
        String mode,
        List<Choice> choices,
        List<Thrown> exceptions,
        @Nullable String raw,
        List<Unreadable> unreadable,
        @Nullable String regroup) {

    /** A minified file, and why its frames are shown as they came. */
    record Unreadable(List<Piece> file, String reason) {}

    /** A way to look at them. */
    record Choice(String name, String address, boolean current) {}

    /** One exception. */
    record Thrown(
            @Nullable String relation,
            List<Piece> module,
            List<Piece> type,
            List<Piece> value,
            @Nullable String mechanism,
            String count,
            boolean open,
            List<Run> runs) {}

    /**
     * Frames that stand together.
     *
     * @param summary what is said of them while they are folded; null when they always show
     */
    record Run(@Nullable String summary, boolean open, List<Frame> frames) {}

    /** One frame. */
    record Frame(
            boolean inApp,
            boolean culprit,
            List<Piece> prefix,
            List<Piece> name,
            List<Piece> file,
            List<Node.Entry> variables,
            @Nullable Source source) {}

    record Source(List<SourceLine> lines) {}

    record SourceLine(String number, List<Piece> text, boolean current) {}
}
