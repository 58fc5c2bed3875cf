package io.errortracker.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where, in the application's own code, an exception comes from.
 *
 * @param site the first frame of the application's own code that is to blame
 * @param called the library's method it called, in which the exception was thrown; null when it threw itself, or the JDK did
 * @param caller who handed it what it could not take; null when that does not matter
 * @param passedOver frames of the application before it that only raise exceptions, in the order of the stack, and why
 */
record Culprit(Site site, @Nullable Site called, @Nullable Site caller, List<PassedOver> passedOver) {
    /** @param byCode whether the method's code told its role, rather than its name */
    record PassedOver(Site site, Blame.Role role, boolean byCode) {
        String reason() {
            return switch (role) {
                case GUARD -> byCode ? "a guard: its code only checks what it is given" : "a guard";
                case FACTORY -> byCode ? "makes the exception: its code does nothing else" : "makes the exception";
                case TO_BLAME -> "to blame";
            };
        }
    }
}
