package io.errortracker.bytecode;

import io.errortracker.bundled.asm.Opcodes;
import io.errortracker.bundled.asm.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the code of a method does, as far as it matters to whose fault its exceptions are.
 *
 * @param access the flags of the class file
 * @param answersAnything whether its result is of a type variable of its own: {@code <T> T fail(String why)}
 * @param lines the lines it is written on; empty when the class file has none
 * @param size instructions; 0 when it has no code
 * @param returns whether it can end without an exception
 * @param returnsOther whether it can return anything but one of its arguments or what a call in {@code insisting} made of them
 * @param changes whether it writes a field, an array that is not its own, or takes a lock
 * @param thrown classes of exceptions it makes and throws itself, as class files name them
 * @param made classes it makes instances of
 * @param throwsMade whether it throws what another method made
 * @param insisting calls without a result that counts: for what they do, or for the exception they may throw
 * @param asking calls for the sake of their result
 */
record MethodFacts(
        String name,
        String descriptor,
        int access,
        boolean answersAnything,
        Set<Integer> lines,
        int size,
        boolean returns,
        boolean returnsOther,
        boolean changes,
        Set<String> thrown,
        Set<String> made,
        boolean throwsMade,
        List<Call> insisting,
        List<Call> asking) {

    private static final int ALONE = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;
    private static final int MADE_BY_COMPILER = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

    /** Kotlin's and Scala's names for a result that never comes. */
    private static final Set<String> NEVER = Set.of("V", "Ljava/lang/Void;", "Lscala/runtime/Nothing$;");

    boolean hasCode() {
        return size > 0;
    }

    /** A method that somebody wrote as such: no constructor, no initializer, no lambda's body, no bridge. */
    boolean isPlain() {
        return !name.startsWith("<") && (access & MADE_BY_COMPILER) == 0;
    }

    /** Whether it is no service of an object to others. */
    boolean isAlone() {
        return (access & ALONE) != 0;
    }

    boolean takesArguments() {
        return !descriptor.startsWith("()");
    }

    /** Whether nobody can expect a result of it. */
    boolean promisesNothing() {
        return answersAnything || NEVER.contains(result());
    }

    /** The class of its result as a binary name; empty for primitive types, arrays and none. */
    String resultClass() {
        String result = result();
        return result.startsWith("L") ? Type.getType(result).getClassName() : "";
    }

    /** Whether it may return what another method made: one of the same result. */
    boolean asksForItsResult() {
        return Stream.concat(asking.stream(), insisting.stream())
                .anyMatch(call -> call.descriptor().endsWith(")" + result()));
    }

    private String result() {
        return descriptor.substring(descriptor.indexOf(')') + 1);
    }
}
