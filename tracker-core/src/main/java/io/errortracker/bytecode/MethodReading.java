package io.errortracker.bytecode;

import io.errortracker.bundled.asm.Handle;
import io.errortracker.bundled.asm.Label;
import io.errortracker.bundled.asm.MethodVisitor;
import io.errortracker.bundled.asm.Opcodes;
import io.errortracker.bundled.asm.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the code of one method, instruction by instruction, without following jumps. What it must know of the stack is only where its top
 * comes from.
 */
final class MethodReading extends MethodVisitor {
    private final int access;
    private final String name;
    private final String descriptor;
    private final boolean answersAnything;
    private final Consumer<MethodFacts> reader;
    private final int firstLocal;

    private final Set<Integer> lines = new HashSet<>();
    private final Set<Label> targets = new HashSet<>();
    private final Set<String> thrown = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final List<Call> insisting = new ArrayList<>();
    private final List<Call> asking = new ArrayList<>();
    private int size;
    private boolean returns;
    private boolean returnsOther;
    private boolean changes;
    private boolean throwsMade;
    private boolean hasOwnArray;

    private final Set<Integer> reassigned = new HashSet<>();

    /** Whether an argument is on top of the stack. */
    private boolean isArgument;

    /** How many values on top of the stack are arguments, constants, or text made of them. */
    private int given;

    /** The call whose result is on top of the stack. */
    private @Nullable Call called;

    /** Whether all that call was handed was given. */
    private boolean calledWithGiven;

    /** The class whose new instance is on top of the stack. */
    private @Nullable String constructed;

    MethodReading(
            int api,
            int access,
            String name,
            String descriptor,
            boolean answersAnything,
            Consumer<MethodFacts> reader) {
        super(api);
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
        this.answersAnything = answersAnything;
        this.reader = reader;
        int words = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        firstLocal = (access & Opcodes.ACC_STATIC) == 0 ? words : words - 1;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        lines.add(line);
    }

    @Override
    public void visitLabel(Label label) {
        if (targets.contains(label)) {
            topIsUnknown();
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        targets.add(label);
        instruction();
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        targets.addAll(List.of(labels));
        targets.add(otherwise);
        instruction();
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        targets.addAll(List.of(labels));
        targets.add(otherwise);
        instruction();
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
            returnValue();
        } else if (opcode == Opcodes.RETURN) {
            returns = true;
        } else if (opcode == Opcodes.ATHROW) {
            throwTop();
        } else if ((opcode == Opcodes.POP || opcode == Opcodes.POP2) && called != null) {
            insist(called);
        } else if (opcode == Opcodes.MONITORENTER || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            changes |= opcode != Opcodes.AASTORE || !hasOwnArray;
        } else if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
            give();
            return;
        }
        instruction();
    }

    private void returnValue() {
        returns = true;
        if (called != null && calledWithGiven) {
            insist(called);
        } else {
            returnsOther |= !isArgument;
        }
    }

    private void throwTop() {
        if (constructed != null) {
            thrown.add(constructed);
        } else if (called != null) {
            throwsMade = true;
        }
    }

    /** Nobody wants the result of this call. */
    private void insist(Call call) {
        asking.remove(call);
        insisting.add(call);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            instruction();
        } else {
            give();
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        give();
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            reassigned.add(variable);
            instruction();
        } else if (isArgument(variable)) {
            give();
            isArgument = true;
        } else {
            instruction();
        }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        reassigned.add(variable);
        instruction();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.CHECKCAST) {
            size++;
            return;
        }
        if (opcode == Opcodes.NEW) {
            made.add(type);
        }
        hasOwnArray |= opcode == Opcodes.ANEWARRAY;
        instruction();
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String type) {
        changes |= opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        instruction();
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
        int before = given;
        instruction();
        if (method.equals("<init>")) {
            constructed = owner;
            return;
        }
        Call call = new Call(owner, method, type);
        if (Type.getReturnType(type).getSort() == Type.VOID) {
            insisting.add(call);
            return;
        }
        asking.add(call);
        called = call;
        calledWithGiven = before >= Type.getArgumentTypes(type).length + (opcode == Opcodes.INVOKESTATIC ? 0 : 1);
    }

    /** A text of several parts, or a lambda: made of what is taken from the stack, without calling anything of the application. */
    @Override
    public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... arguments) {
        int taken = Type.getArgumentTypes(type).length;
        int left = given - taken;
        instruction();
        given = left < 0 ? 0 : left + 1;
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
        instruction();
    }

    @Override
    public void visitEnd() {
        reader.accept(new MethodFacts(
                name,
                descriptor,
                access,
                answersAnything,
                Set.copyOf(lines),
                size,
                returns,
                returnsOther,
                changes,
                Set.copyOf(thrown),
                Set.copyOf(made),
                throwsMade,
                List.copyOf(insisting),
                List.copyOf(asking)));
    }

    private boolean isArgument(int variable) {
        return variable < firstLocal && !reassigned.contains(variable);
    }

    private void give() {
        int before = given;
        instruction();
        given = before + 1;
    }

    private void instruction() {
        size++;
        topIsUnknown();
    }

    private void topIsUnknown() {
        given = 0;
        isArgument = false;
        called = null;
        calledWithGiven = false;
        constructed = null;
    }
}
