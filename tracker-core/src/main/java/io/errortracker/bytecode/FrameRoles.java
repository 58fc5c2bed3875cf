package io.errortracker.bytecode;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.FrameRole;
import io.errortracker.event.StackFrame;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says of the application's frames, from the throwing one outwards up to the first that does something of its own, what part their methods
 * have in raising the exception: reads the class files and runs or loads nothing. What cannot be told, because there is no class file or it
 * does not say, stays untold.
 *
 * <p>A guard takes arguments, is static or private, throws or has another guard throw, returns nothing or what it was given, and changes
 * nothing. A factory returns what was thrown, or is static or private, never returns, and promises no result. What an object does for
 * others, bodies of lambdas, constructors and initializers are neither.
 *
 * <p>Thread-safe; one thread at a time reads.
 *
 * @since 0.1.0
 */
public final class FrameRoles {
    /** Of one exception. */
    private static final int MOST_FRAMES = 8;

    private final ClassFiles files;
    private final Raising raising;

    /** @param resources opens {@code com/acme/Cart.class}; null when there is none */
    public FrameRoles(Function<String, @Nullable InputStream> resources) {
        files = new ClassFiles(resources);
        raising = new Raising(files);
    }

    /** The exception with the roles of its frames; the same instance when there is nothing to tell. What was told already stays. */
    public synchronized ExceptionInfo told(ExceptionInfo exception) {
        List<StackFrame> told = new ArrayList<>(exception.frames());
        boolean any = false;
        int looked = 0;
        for (int at = 0; at < told.size() && looked < MOST_FRAMES; at++) {
            StackFrame frame = told.get(at);
            if (!frame.inApp()) {
                continue;
            }
            looked++;
            FrameRole role = frame.role() == null ? of(frame, exception, at == 0) : frame.role();
            if (role != frame.role()) {
                told.set(at, frame.withRole(role));
                any = true;
            }
            if (role == FrameRole.ORDINARY) {
                break;
            }
        }
        return any ? exception.withFrames(told) : exception;
    }

    private @Nullable FrameRole of(StackFrame frame, ExceptionInfo exception, boolean throwing) {
        if (frame.module() == null || frame.function() == null) {
            return null;
        }
        ClassFacts type = files.of(frame.module().replace('.', '/'));
        MethodFacts method = type == null ? null : type.method(frame.function(), frame.line());
        if (type == null || method == null || throwing && !makes(method, exception)) {
            return null;
        }
        return returns(method, exception) ? FrameRole.FACTORY : raising.role(type, method);
    }

    /** If not, the JVM raised it: what the method is for says nothing then. */
    private static boolean makes(MethodFacts method, ExceptionInfo exception) {
        return method.made().contains(exception.qualifiedType().replace('.', '/'));
    }

    private static boolean returns(MethodFacts method, ExceptionInfo exception) {
        String result = method.resultClass();
        return method.isPlain()
                && method.returns()
                && (makes(method, exception) || method.asksForItsResult())
                && (result.equals(Throwable.class.getName()) || !result.isEmpty() && exception.isA(result));
    }
}
