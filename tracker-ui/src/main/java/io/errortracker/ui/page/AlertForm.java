package io.errortracker.ui.page;

import io.errortracker.alert.AlertRule;
import io.errortracker.alert.EventFilter;
import io.errortracker.alert.RuleText;
import io.errortracker.ui.page.AlertRuleView.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of alerts as it is typed: the parts of its words, each in a field of its own.
 *
 * @param values by the field's name; never null
 * @since 0.1.0
 */
public record AlertForm(Map<Part, String> values) {

    /** A part of a rule's words. */
    enum Part {
        NAME("Name", "What people call it.", "Checkout fails"),
        WHEN(
                "Fires when",
                "new issue · regression · spike 100% floor 10 · more than 50 users · 10 events in 5m · 10 events and 5 users in 1h",
                "10 events or 5 users in 5m"),
        ENVIRONMENT("Environment", "One that ends with * means all that begin so.", "production"),
        LEVEL("Level", "This bad or worse: fatal, error, warning, info or debug.", "error"),
        RELEASE("Release", "The whole of it, or its beginning and *.", "1.4*"),
        ENTRY("Entry point", "A route or a job.", "POST /orders/{id}/pay"),
        TAGS("Tags", "Names and values, with commas between them.", "section=checkout"),
        AGE("Age of the issue", "Younger or older than this.", "<7d"),
        ACTIONS(
                "Told by",
                "mail, webhook, cdi, log, mail:ADDRESS, slack:URL, teams:URL, discord:URL, webhook:URL; empty for all that are set up",
                "mail");

        private final String title;
        private final String hint;
        private final String example;

        Part(String title, String hint, String example) {
            this.title = title;
            this.hint = hint;
            this.example = example;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was typed, as it stands in the address or the form. */
    public static AlertForm read(Query query) {
        return new AlertForm(Arrays.stream(Part.values())
                .collect(Collectors.toMap(part -> part, part -> query.longText(part.id(), 2_000))));
    }

    static AlertForm of(AlertRule rule) {
        EventFilter filter = rule.filter();
        Map<Part, String> values = new EnumMap<>(Part.class);
        values.put(Part.NAME, rule.name());
        values.put(Part.WHEN, RuleText.of(rule.condition()));
        values.put(Part.ENVIRONMENT, orEmpty(filter.environment()));
        values.put(Part.LEVEL, filter.level() == null ? "" : filter.level().label());
        values.put(Part.RELEASE, orEmpty(filter.release()));
        values.put(Part.ENTRY, orEmpty(filter.entryPoint()));
        values.put(
                Part.TAGS,
                filter.tags().entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .collect(Collectors.joining(", ")));
        values.put(Part.AGE, age(filter));
        values.put(Part.ACTIONS, rule.actions().stream().map(RuleText::of).collect(Collectors.joining(", ")));
        return new AlertForm(values);
    }

    private static String age(EventFilter filter) {
        List<String> ages = new ArrayList<>();
        if (filter.youngerThan() != null) {
            ages.add("<" + RuleText.of(filter.youngerThan()));
        }
        if (filter.olderThan() != null) {
            ages.add(">" + RuleText.of(filter.olderThan()));
        }
        return String.join(", ", ages);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String value(Part part) {
        return values.getOrDefault(part, "");
    }

    boolean isEmpty() {
        return values.values().stream().allMatch(String::isEmpty);
    }

    /** @throws IllegalArgumentException when that is no rule, saying what is wrong */
    public AlertRule rule() {
        String name = value(Part.NAME).replace(':', ' ').replace('\n', ' ').strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("it needs a name");
        }
        StringBuilder words = new StringBuilder(name).append(": ").append(plain(Part.WHEN));
        quoted(words, "environment", Part.ENVIRONMENT);
        quoted(words, "level", Part.LEVEL);
        quoted(words, "release", Part.RELEASE);
        quoted(words, "entry", Part.ENTRY);
        for (String tag : parts(Part.TAGS)) {
            int equals = tag.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("a tag is a name, = and a value: \"" + tag + "\"");
            }
            words.append(", tag.")
                    .append(tag, 0, equals)
                    .append("=\"")
                    .append(tag.substring(equals + 1))
                    .append('"');
        }
        for (String age : parts(Part.AGE)) {
            words.append(", age").append(age.startsWith("<") || age.startsWith(">") ? age : "<" + age);
        }
        if (!value(Part.ACTIONS).isEmpty()) {
            words.append(" -> ").append(plain(Part.ACTIONS));
        }
        return RuleText.parse(words.toString());
    }

    private void quoted(StringBuilder words, String name, Part part) {
        if (!value(part).isEmpty()) {
            words.append(", ").append(name).append("=\"").append(plain(part)).append('"');
        }
    }

    private String plain(Part part) {
        String text = value(part);
        if (text.indexOf('"') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    part.title.toLowerCase(Locale.ROOT) + " must not hold a quotation mark or a line break");
        }
        return text;
    }

    private List<String> parts(Part part) {
        return plain(part)
                .lines()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    List<Field> fields() {
        return Arrays.stream(Part.values())
                .map(part -> new Field(
                        part.id(),
                        part.title,
                        value(part),
                        part.hint,
                        part.example,
                        part == Part.WHEN || part == Part.ACTIONS))
                .toList();
    }
}
