package io.errortracker.bytecode;

/**
 * A method that is called.
 *
 * @param owner the class as class files name it: {@code java/util/Objects}
 */
record Call(String owner, String name, String descriptor) {
    boolean takesNothing() {
        return descriptor.startsWith("()");
    }
}
