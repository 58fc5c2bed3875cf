package io.errortracker.group;

/** The JDK's own classes. */
final class PlatformTypes {
    private PlatformTypes() {}

    static boolean contain(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("com.sun.");
    }
}
