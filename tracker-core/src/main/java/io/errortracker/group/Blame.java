package io.errortracker.group;

import io.errortracker.event.FrameRole;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells frames that only raise an exception on behalf of their caller from frames that are to blame. Reads the frames of one
 * exception from the throwing one outwards, as long as they are not to blame.
 *
 * <p>Where their class files were at hand, their code tells; see {@link FrameRole}. Else names do: methods of throwable classes, methods named after what they raise, callers that pass the same problem
 * on, classes that hold nothing but conditions (as {@code java.util.Objects}), and methods named after a condition where the
 * exception is one that a failed condition raises. What the JVM itself raises ({@code ClassCastException}, ...) is never a
 * condition's doing. Not thread-safe.
 */
final class Blame {
    enum Role {
        FACTORY,
        GUARD,
        TO_BLAME
    }

    static final Set<String> THROWABLE_WORDS = Set.of("exception", "error", "throwable", "throwables");
    private static final Set<String> RAISING_VERBS = Set.of("throw", "rethrow", "raise", "fail");
    private static final Set<String> RECEIVING_VERBS =
            Set.of("on", "handle", "log", "process", "catch", "ignore", "test", "should", "is", "has", "when", "with");

    /** A method that is named after what is wrong, without a verb, makes the exception for it: {@code unexpected(token)}, {@code notFound(id)}. */
    private static final Set<String> FLAWS =
            Set.of("unexpected", "unsupported", "invalid", "illegal", "malformed", "not", "cannot");

    private static final Set<String> CONDITION_VERBS =
            Set.of("check", "require", "verify", "validate", "ensure", "assert", "expect");

    /** Names of classes like the JDK's Objects, Kotlin's Intrinsics, and the Preconditions and Assert of the well-known libraries. */
    private static final Set<String> CONDITION_CLASSES = Set.of(
            "objects",
            "check",
            "require",
            "verify",
            "validate",
            "ensure",
            "assert",
            "assume",
            "args",
            "guard",
            "intrinsics");

    private static final Set<String> CONDITION_CLASS_ENDINGS = Set.of(
            "preconditions", "precondition", "assertions", "asserts", "guards", "checks", "requires", "conditions");

    private static final Set<String> UTILITY_ENDINGS =
            Set.of("utils", "util", "utilities", "helper", "helpers", "tools", "support");

    private static final Set<String> NULL_WORDS = Set.of("null", "nonnull", "blank", "empty", "present");
    private static final Set<String> INDEX_WORDS =
            Set.of("index", "indexes", "indices", "range", "bounds", "position", "element", "offset", "size", "length");

    /** Raised by the JVM when an instruction fails, not by a throw statement. */
    private static final Set<String> RAISED_BY_THE_JVM = Set.of(
            "ClassCastException",
            "ArithmeticException",
            "ArrayStoreException",
            "NegativeArraySizeException",
            "IllegalMonitorStateException",
            "NoSuchMethodError",
            "NoSuchFieldError",
            "NoClassDefFoundError",
            "AbstractMethodError",
            "IncompatibleClassChangeError",
            "IllegalAccessError",
            "UnsatisfiedLinkError",
            "VerifyError");

    private final String exception;
    private final Problem problem;
    private boolean codeMattered;

    /** @param exception the exception's class without package and without the classes around it */
    Blame(String exception) {
        this.exception = exception;
        problem = new Problem(exception);
    }

    /** What part a frame's method has: as its code tells, else by names. */
    Role of(Site site, @Nullable FrameRole told) {
        Role named = of(site);
        if (told == null) {
            return named;
        }
        Role known =
                switch (told) {
                    case GUARD -> Role.GUARD;
                    case FACTORY -> Role.FACTORY;
                    case ORDINARY -> Role.TO_BLAME;
                };
        codeMattered |= known != named || known == Role.FACTORY;
        return known;
    }

    /** Whether code told other than names would have. */
    boolean codeMattered() {
        return codeMattered;
    }

    Role of(Site site) {
        if (RAISED_BY_THE_JVM.contains(exception)) {
            return Role.TO_BLAME;
        }
        String simpleType = site.simpleType();
        List<String> typeWords = Words.of(simpleType);
        List<String> methodWords = Words.of(site.method());
        if (isFactory(site, simpleType, typeWords, methodWords)) {
            problem.raisedBy(methodWords);
            return Role.FACTORY;
        }
        if (problem.isPassedOnBy(methodWords)) {
            return Role.FACTORY;
        }
        return isGuard(typeWords, methodWords) ? Role.GUARD : Role.TO_BLAME;
    }

    private boolean isFactory(Site site, String simpleType, List<String> typeWords, List<String> methodWords) {
        if (simpleType.equals(exception)) {
            return true;
        }
        if (isNullPointer() || isIndexOutOfBounds()) {
            return false;
        }
        return !site.isConstructor() && endsWith(typeWords, THROWABLE_WORDS)
                || isNamedAfterRaising(methodWords)
                || !methodWords.isEmpty() && FLAWS.contains(methodWords.get(0)) && !isConditionClass(typeWords);
    }

    private static boolean isNamedAfterRaising(List<String> methodWords) {
        if (methodWords.isEmpty() || RECEIVING_VERBS.contains(methodWords.get(0))) {
            return false;
        }
        String first = methodWords.get(0);
        return RAISING_VERBS.contains(first) || endsWith(methodWords, THROWABLE_WORDS);
    }

    private boolean isGuard(List<String> typeWords, List<String> methodWords) {
        if (isConditionClass(typeWords)) {
            return true;
        }
        if (methodWords.size() < 2 || !CONDITION_VERBS.contains(methodWords.get(0))) {
            return false;
        }
        if (isNullPointer()) {
            return containsAny(methodWords, NULL_WORDS);
        }
        if (isIndexOutOfBounds()) {
            return containsAny(methodWords, INDEX_WORDS);
        }
        return exception.startsWith("Illegal") || endsWith(typeWords, UTILITY_ENDINGS);
    }

    private static boolean isConditionClass(List<String> typeWords) {
        if (endsWith(typeWords, CONDITION_CLASS_ENDINGS)) {
            return true;
        }
        boolean oneWord = typeWords.size() == 1
                || typeWords.size() == 2 && typeWords.get(0).equals("more");
        return oneWord && endsWith(typeWords, CONDITION_CLASSES);
    }

    private boolean isNullPointer() {
        return exception.equals("NullPointerException");
    }

    private boolean isIndexOutOfBounds() {
        return exception.endsWith("IndexOutOfBoundsException");
    }

    private static boolean endsWith(List<String> words, Set<String> endings) {
        return !words.isEmpty() && endings.contains(words.get(words.size() - 1));
    }

    private static boolean containsAny(List<String> words, Set<String> wanted) {
        for (String word : words) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
