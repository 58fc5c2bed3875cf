package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people said about grouping, as text: one rule a line or between semicolons; {@code #} begins a line of comment.
 *
 * <pre>{@code
 * type:com.acme.PaymentDeclined -> payment-declined, {{ tag.tenant }} title="Payment declined"
 * message:"*timed out*" logger:com.acme.* level:error -> timeout, {{ default }}
 * module:com.acme.legacy.* !function:main -> legacy, {{ type }}, {{ function }}
 * }</pre>
 *
 * <p>Before the arrow stand conditions, all of which must hold: {@code type}, {@code message}, {@code module},
 * {@code function}, {@code logger}, {@code level}, {@code release}, {@code environment}, {@code transaction},
 * {@code platform} and {@code tag.NAME}, each with a pattern in which {@code *} stands for anything and {@code ?} for one
 * character; {@code !} before it turns it round. {@code type} and {@code message} look at every exception of the chain,
 * {@code module} and {@code function} at one and the same frame. After it stand the parts of the fingerprint. In a part,
 * {@code {{ default }}} is what the algorithm would have said; {@code type}, {@code module} and {@code function} are those of
 * the issue, and the other conditions' names stand for the event's own. The first rule that fits is taken.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class GroupingRules {
    private static final GroupingRules NONE = new GroupingRules(List.of());

    private final List<GroupingRule> rules;

    private GroupingRules(List<GroupingRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** No rules: the algorithm decides. */
    public static GroupingRules none() {
        return NONE;
    }

    /**
     * The rules of a text.
     *
     * @throws GroupingRuleException when one cannot be understood
     */
    public static GroupingRules parse(String text) {
        List<GroupingRule> rules = new ArrayList<>();
        for (String line : RuleLines.of(text)) {
            rules.add(new RuleParser(rules.size() + 1, line).rule());
        }
        return new GroupingRules(rules);
    }

    /** How many rules there are. */
    public int size() {
        return rules.size();
    }

    @Nullable
    GroupingRule firstFor(ErrorEvent event) {
        for (GroupingRule rule : rules) {
            if (rule.fits(event)) {
                return rule;
            }
        }
        return null;
    }
}
