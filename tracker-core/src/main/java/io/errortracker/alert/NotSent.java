package io.errortracker.alert;

/**
 * An alert did not arrive, or nobody knows.
 *
 * @since 0.1.0
 */
public final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    private NotSent(String why, boolean forGood) {
        super(why);
        this.forGood = forGood;
    }

    /** It may arrive when it is tried again. @param why for people, without secrets */
    public static NotSent yet(String why) {
        return new NotSent(why, false);
    }

    /** Trying again makes no sense. @param why for people, without secrets */
    public static NotSent ever(String why) {
        return new NotSent(why, true);
    }

    boolean isForGood() {
        return forGood;
    }

    /** Why, for people. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
