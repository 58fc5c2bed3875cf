package io.errortracker.noise;

/**
 * A rule cannot be applied as it is written.
 *
 * @since 0.1.0
 */
public final class BrokenRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Criterion criterion;
    private final String problem;

    BrokenRuleException(Criterion criterion, String value, String problem) {
        super("'" + value + "' must be " + problem);
        this.criterion = criterion;
        this.problem = problem;
    }

    /** What of the rule is wrong. */
    public Criterion criterion() {
        return criterion;
    }

    /** What it must be, as the end of "it must be ...". */
    public String problem() {
        return problem;
    }
}
