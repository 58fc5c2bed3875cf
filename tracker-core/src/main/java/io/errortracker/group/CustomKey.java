package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key after the say of people: a rule first, else what the event asks for, else the algorithm's.
 *
 * @param parts what is hashed
 * @param reasons for people
 * @param title what a rule wants to head the issue; null for the usual headline
 */
record CustomKey(
        List<String> parts, List<String> reasons, @Nullable String title) {

    /** Parts of an event's own fingerprint that count: bounds the work on hostile ones. */
    private static final int MOST_PARTS = 32;

    /** Characters of such a part that count. */
    private static final int LONGEST_PART = 500;

    static CustomKey of(ErrorEvent event, Key key, GroupingRules rules) {
        GroupingRule rule = rules.firstFor(event);
        if (rule != null) {
            PartTemplate title = rule.title();
            return of(event, key, rule.parts(), "rule " + rule.number(), title == null ? null : title.fill(event, key));
        }
        if (event.fingerprint().isEmpty()) {
            return new CustomKey(key.parts(), key.reasons(), null);
        }
        List<PartTemplate> asked = event.fingerprint().stream()
                .limit(MOST_PARTS)
                .map(part -> PartTemplate.of(part.substring(0, Math.min(part.length(), LONGEST_PART))))
                .toList();
        return of(event, key, asked, "the event's own fingerprint", null);
    }

    private static CustomKey of(
            ErrorEvent event, Key key, List<PartTemplate> templates, String source, @Nullable String title) {
        if (templates.size() == 1 && templates.get(0).isDefault()) {
            return new CustomKey(key.parts(), key.reasons(), title);
        }
        List<String> parts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        parts.add("custom");
        for (PartTemplate template : templates) {
            String part = template.fill(event, key);
            parts.add(part);
            if (template.isDefault()) {
                reasons.addAll(key.reasons());
            } else {
                reasons.add(MessageKey.brief(part) + ": " + source);
            }
        }
        return new CustomKey(parts, reasons, title);
    }

    Fingerprint fingerprint(int version) {
        return new Fingerprint(Digest.of(parts), version, reasons);
    }
}
