package io.errortracker.scrub;

/** Finds one kind of secret in a text and puts a word in its place. Linear in the length of the text. */
interface Detector {
    /** What a text must have for this detector to find anything in it, as {@link Traits}. */
    int needs();

    /** The same instance when nothing was found. */
    String scrub(String text);
}
