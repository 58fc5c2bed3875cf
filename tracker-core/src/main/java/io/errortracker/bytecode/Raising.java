package io.errortracker.bytecode;

import io.errortracker.event.FrameRole;
import org.jspecify.annotations.Nullable;

/** Tells by their code methods that only raise exceptions from those that do something. */
final class Raising {
    /** Instructions; a method with more does more than to check. */
    private static final int LONGEST = 160;

    /** How far calls are followed. */
    private static final int DEEPEST = 4;

    private static final int MOST_ANCESTORS = 8;

    private final ClassFiles files;

    Raising(ClassFiles files) {
        this.files = files;
    }

    /** What a method is for; null when that cannot be told. */
    @Nullable
    FrameRole role(ClassFacts type, MethodFacts method) {
        return role(type, method, DEEPEST);
    }

    private @Nullable FrameRole role(ClassFacts type, MethodFacts method, int deeper) {
        if (deeper == 0 || type.isDynamic() || !method.hasCode() || !method.isPlain()) {
            return null;
        }
        if (!method.returns()) {
            boolean factory = type.isAlone(method) && method.takesArguments() && method.promisesNothing();
            return factory ? FrameRole.FACTORY : null;
        }
        if (method.changes() || method.returnsOther()) {
            return FrameRole.ORDINARY;
        }
        boolean sure = true;
        for (Call call : method.insisting()) {
            FrameRole called = role(call, deeper - 1);
            if (called == FrameRole.ORDINARY) {
                return FrameRole.ORDINARY;
            }
            sure &= called != null;
        }
        return sure && isGuard(type, method, deeper) ? FrameRole.GUARD : null;
    }

    private @Nullable FrameRole role(Call call, int deeper) {
        ClassFacts type = files.of(call.owner());
        for (int i = 0; type != null && i < MOST_ANCESTORS; i++) {
            MethodFacts method = type.method(call);
            if (method != null) {
                return role(type, method, deeper);
            }
            type = type.superName() == null ? null : files.of(type.superName());
        }
        return null;
    }

    private boolean isGuard(ClassFacts type, MethodFacts method, int deeper) {
        boolean raises = !method.thrown().isEmpty()
                || method.throwsMade()
                || !method.insisting().isEmpty();
        return raises
                && method.takesArguments()
                && type.isAlone(method)
                && method.size() <= LONGEST
                && method.asking().stream().allMatch(call -> onlyAnswers(call, deeper));
    }

    /** Whether a call only answers: a method of the JDK, one that takes nothing, or one that changes nothing and calls only such. */
    private boolean onlyAnswers(Call call, int deeper) {
        if (call.owner().startsWith("java/") || call.takesNothing()) {
            return true;
        }
        ClassFacts type = deeper == 0 ? null : files.of(call.owner());
        MethodFacts method = type == null ? null : type.method(call);
        return type != null
                && method != null
                && type.isAlone(method)
                && method.hasCode()
                && !method.changes()
                && method.insisting().isEmpty()
                && method.asking().stream().allMatch(next -> onlyAnswers(next, deeper - 1));
    }
}
