package io.errortracker.group;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one rule: conditions, an arrow, parts, a title. */
final class RuleParser {
    private static final String ARROW = "->";
    private static final String TITLE = "title=";

    private final int number;
    private final String text;
    private int at;

    RuleParser(int number, String text) {
        this.number = number;
        this.text = text;
    }

    GroupingRule rule() {
        List<Condition> conditions = new ArrayList<>();
        skipBlanks();
        while (!text.startsWith(ARROW, at)) {
            conditions.add(condition());
            skipBlanks();
        }
        if (conditions.isEmpty()) {
            throw wrong(at, "expected a condition such as type:com.acme.* before the arrow");
        }
        at += ARROW.length();
        List<PartTemplate> parts = parts();
        return new GroupingRule(number, conditions, parts, title());
    }

    private Condition condition() {
        if (at == text.length()) {
            throw wrong(at, "expected -> and the parts of the fingerprint");
        }
        int start = at;
        boolean negated = text.charAt(at) == '!';
        int name = negated ? at + 1 : at;
        int colon = name;
        while (colon < text.length() && isNameCharacter(text.charAt(colon))) {
            colon++;
        }
        if (colon == text.length() || text.charAt(colon) != ':') {
            throw wrong(start, "expected name:pattern");
        }
        Field field = Field.named(text.substring(name, colon));
        if (field == null || !field.isCondition()) {
            throw wrong(name, "expected one of " + Field.CONDITIONS);
        }
        at = colon + 1;
        return new Condition(field, new Glob(pattern()), negated);
    }

    private String pattern() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong(start, "expected a pattern");
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw wrong(start, "expected a closing quote");
        }
        at++;
        return content.toString();
    }

    private List<PartTemplate> parts() {
        List<PartTemplate> parts = new ArrayList<>();
        do {
            skipBlanks();
            parts.add(part());
            skipBlanks();
        } while (skip(','));
        return parts;
    }

    private PartTemplate part() {
        int start = at;
        String part = at < text.length() && text.charAt(at) == '"' ? quoted() : barePart();
        if (part.isBlank()) {
            throw wrong(start, "expected a part of the fingerprint");
        }
        PartTemplate template = PartTemplate.of(part);
        String unknown = template.unknown();
        if (unknown != null) {
            throw wrong(start + part.indexOf("{{"), "unknown {{ " + unknown + " }}, expected one of " + Field.VALUES);
        }
        return template;
    }

    /** Up to a comma, the title or the end; braces may hold blanks. */
    private String barePart() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && !atTitle()) {
            int close = text.startsWith("{{", at) ? text.indexOf("}}", at) : -1;
            if (text.startsWith("{{", at) && close < 0) {
                throw wrong(at, "expected }}");
            }
            at = close < 0 ? at + 1 : close + 2;
        }
        return text.substring(start, at).strip();
    }

    private boolean atTitle() {
        return text.startsWith(TITLE, at) && at > 0 && Character.isWhitespace(text.charAt(at - 1));
    }

    private @Nullable PartTemplate title() {
        skipBlanks();
        if (at == text.length()) {
            return null;
        }
        if (!text.startsWith(TITLE, at)) {
            throw wrong(at, "expected a comma, title=\"...\" or the end");
        }
        at += TITLE.length();
        int start = at;
        if (at == text.length() || text.charAt(at) != '"') {
            throw wrong(at, "expected the title in quotes");
        }
        PartTemplate title = PartTemplate.of(quoted());
        skipBlanks();
        if (title.unknown() != null) {
            throw wrong(start, "unknown {{ " + title.unknown() + " }}, expected one of " + Field.VALUES);
        }
        if (at < text.length()) {
            throw wrong(at, "expected the end");
        }
        return title;
    }

    private boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }

    private GroupingRuleException wrong(int position, String problem) {
        return new GroupingRuleException(number, text, position + 1, problem);
    }
}
