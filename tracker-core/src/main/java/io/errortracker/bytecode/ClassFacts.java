package io.errortracker.bytecode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class file tells.
 *
 * @param superName the class it extends, as class files name it; null for Object
 * @param isSingle whether it keeps its only instance itself, as Kotlin's and Scala's objects do
 * @param isDynamic whether its code does not say what it calls: Groovy finds methods by their names when they are called
 */
record ClassFacts(@Nullable String superName, boolean isSingle, boolean isDynamic, List<MethodFacts> methods) {

    @Nullable
    MethodFacts method(Call call) {
        for (MethodFacts method : methods) {
            if (method.name().equals(call.name()) && method.descriptor().equals(call.descriptor())) {
                return method;
            }
        }
        return null;
    }

    /** The method of this name that is written on this line; null when it cannot be told from namesakes. */
    @Nullable
    MethodFacts method(String name, int line) {
        List<MethodFacts> named = methods.stream()
                .filter(method -> method.hasCode() && method.name().equals(name))
                .toList();
        List<MethodFacts> there =
                named.stream().filter(method -> method.lines().contains(line)).toList();
        if (there.size() == 1) {
            return there.get(0);
        }
        return named.size() == 1 ? named.get(0) : null;
    }

    /** Whether the method stands alone: no bean or other object is asked to do something by calling it. */
    boolean isAlone(MethodFacts method) {
        return isSingle || method.isAlone();
    }
}
