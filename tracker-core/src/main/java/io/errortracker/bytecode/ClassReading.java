package io.errortracker.bytecode;

import io.errortracker.bundled.asm.ClassReader;
import io.errortracker.bundled.asm.ClassVisitor;
import io.errortracker.bundled.asm.FieldVisitor;
import io.errortracker.bundled.asm.MethodVisitor;
import io.errortracker.bundled.asm.Opcodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one class file. */
final class ClassReading extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final int CONSTANT = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    /** The newest version the reader admits to know; what later ones added so far leaves methods as they are. */
    private static final int NEWEST = Opcodes.V26;

    private static final Set<String> DYNAMIC = Set.of("groovy/lang/GroovyObject", "clojure/lang/IFn");

    private final List<MethodFacts> methods = new ArrayList<>();
    private @Nullable String superName;
    private @Nullable String itself;
    private boolean keepsItself;
    private boolean isMadeByOthers;
    private boolean isDynamic;

    private ClassReading() {
        super(API);
    }

    /** @throws RuntimeException for what is no class file */
    static ClassFacts read(byte[] classFile) {
        ClassReading reading = new ClassReading();
        new ClassReader(readable(classFile)).accept(reading, ClassReader.SKIP_FRAMES);
        return new ClassFacts(
                reading.superName,
                reading.keepsItself && !reading.isMadeByOthers,
                reading.isDynamic,
                List.copyOf(reading.methods));
    }

    private static byte[] readable(byte[] classFile) {
        int major = classFile.length < 8 ? 0 : (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
        if (major <= NEWEST) {
            return classFile;
        }
        byte[] asKnown = classFile.clone();
        asKnown[4] = 0;
        asKnown[5] = 0;
        asKnown[6] = 0;
        asKnown[7] = NEWEST;
        return asKnown;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String extended,
            String @Nullable [] interfaces) {
        superName = extended;
        itself = "L" + name + ";";
        isDynamic = interfaces != null && DYNAMIC.stream().anyMatch(List.of(interfaces)::contains);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        keepsItself |= descriptor.equals(itself) && (access & CONSTANT) == CONSTANT;
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        isMadeByOthers |= name.equals("<init>") && (access & Opcodes.ACC_PRIVATE) == 0;
        boolean answersAnything = signature != null && answersAnything(signature);
        return new MethodReading(API, access, name, descriptor, answersAnything, methods::add);
    }

    /** {@code <T:Ljava/lang/Object;>(Ljava/lang/String;)TT;}: the result is of a type variable that the method declares. */
    private static boolean answersAnything(String signature) {
        int result = signature.lastIndexOf(')') + 1;
        int end = signature.indexOf(';', result);
        if (!signature.startsWith("<") || !signature.startsWith("T", result) || end < 0) {
            return false;
        }
        String variable = signature.substring(result + 1, end) + ":";
        String declared = signature.substring(0, signature.indexOf('('));
        return declared.startsWith(variable, 1) || declared.contains(";" + variable);
    }
}
