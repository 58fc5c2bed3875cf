package io.errortracker.group;

/**
 * A grouping rule that cannot be understood. Its message names the rule, the position and what was expected there.
 *
 * @since 0.1.0
 */
public final class GroupingRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int rule;
    private final int position;

    GroupingRuleException(int rule, String text, int position, String problem) {
        super("grouping rule " + rule + " \"" + text.strip() + "\" is wrong at character " + position + ": " + problem);
        this.rule = rule;
        this.position = position;
    }

    /** Which rule, from 1; comments and empty lines do not count. */
    public int rule() {
        return rule;
    }

    /** Where in the rule, from 1. */
    public int position() {
        return position;
    }
}
