package io.errortracker.boot;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * Makes the JDK forget the record of ours whose {@code equals}, {@code hashCode} or {@code toString} it made last.
 *
 * <p>{@link ObjectMethods} makes these methods when a record first needs them, out of a few method handles that it keeps for ever. Each
 * remembers the one type it was adapted to last, on Java 17 strongly: after a redeployment the old class loader lives on until another
 * record happens to take its place. Here a type of the JDK takes it.
 */
final class RecordMethods {
    private static final System.Logger LOG = System.getLogger(RecordMethods.class.getName());

    private RecordMethods() {}

    /** To be called last: a record of ours that is first compared, hashed or printed later is remembered again. Never throws. */
    static void forgetOurs() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle component = lookup.findVirtual(String.class, "toString", MethodType.methodType(String.class));
            make(lookup, "equals", MethodType.methodType(boolean.class, String.class, Object.class), component);
            make(lookup, "hashCode", MethodType.methodType(int.class, String.class), component);
            make(lookup, "toString", MethodType.methodType(String.class, String.class), component);
        } catch (Throwable otherJdk) {
            LOG.log(Level.DEBUG, "the JDK may remember a record of ours", otherJdk);
        }
    }

    private static void make(MethodHandles.Lookup lookup, String name, MethodType type, MethodHandle component)
            throws Throwable {
        ObjectMethods.bootstrap(lookup, name, type, String.class, "text", component);
    }
}
