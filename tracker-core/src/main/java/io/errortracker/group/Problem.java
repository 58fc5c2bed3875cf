package io.errortracker.group;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an exception factory's name says went wrong, to recognise the callers that only pass the same problem on: {@code
 * handleUnknownProperty} calls {@code UnrecognizedPropertyException.from}, {@code reportOverflow} calls {@code reportError}. A
 * caller of such a caller may share a word with it, but is not followed further: names drift. Not thread-safe.
 */
final class Problem {
    private static final int SHORTEST_TELLING_WORD = 5;

    private final List<String> exceptionWords;
    private final Set<String> verbs = new HashSet<>(4);
    private final Set<String> things = new HashSet<>(8);
    private final Set<String> thingsPassedOn = new HashSet<>(4);

    Problem(String exception) {
        exceptionWords = Words.of(exception);
    }

    /** Takes up the name of a factory. */
    void raisedBy(List<String> factory) {
        if (things.isEmpty()) {
            addTelling(exceptionWords, things);
        }
        addTelling(factory, things);
        if (factory.size() > 1 && isTelling(factory.get(0))) {
            verbs.add(factory.get(0));
        }
    }

    /** Whether a method is named after the problem: by the same verb, or by a thing that is not its verb. */
    boolean isPassedOnBy(List<String> method) {
        if (things.isEmpty() || method.isEmpty()) {
            return false;
        }
        List<String> object = method.subList(1, method.size());
        if (verbs.contains(method.get(0)) || containsAny(object, things)) {
            addTelling(object, thingsPassedOn);
            return true;
        }
        return containsAny(object, thingsPassedOn);
    }

    private static boolean containsAny(List<String> words, Set<String> wanted) {
        for (String word : words) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void addTelling(List<String> words, Set<String> telling) {
        for (String word : words) {
            if (isTelling(word)) {
                telling.add(word);
            }
        }
    }

    private static boolean isTelling(String word) {
        return word.length() >= SHORTEST_TELLING_WORD && !Blame.THROWABLE_WORDS.contains(word);
    }
}
