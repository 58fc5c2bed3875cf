package io.errortracker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One configuration key: everything there is to know about it, in one place.
 *
 * @param name {@code tracker.queue.capacity}
 * @param type for people: {@code number}, {@code text}, {@code list}, ...
 * @param unit for people; empty when there is none
 * @param defaultText the default as it would be written; empty for none
 * @param rule what a value must be, as the end of "it must be ..."
 * @param secret whether its value must never be shown
 * @param description one sentence
 * @param parser makes the value of its text; throws {@link IllegalArgumentException} when the text breaks the rule
 * @since 0.1.0
 */
public record ConfigKey<T>(
        String name,
        String type,
        String unit,
        String defaultText,
        String rule,
        boolean secret,
        String description,
        Function<String, T> parser) {

    static ConfigKey<Boolean> flag(String name, boolean defaultValue, String description) {
        return new ConfigKey<>(
                name,
                "boolean",
                "",
                String.valueOf(defaultValue),
                "true or false",
                false,
                description,
                ConfigKey::parseFlag);
    }

    static ConfigKey<Integer> number(String name, int defaultValue, int min, int max, String unit, String description) {
        return new ConfigKey<>(
                name,
                "number",
                unit,
                String.valueOf(defaultValue),
                "a whole number from " + min + " to " + max,
                false,
                description,
                text -> within(Integer.parseInt(text), min, max));
    }

    static ConfigKey<Double> ratio(String name, double defaultValue, String description) {
        return new ConfigKey<>(
                name,
                "number",
                "",
                String.valueOf(defaultValue),
                "a number from 0.0 to 1.0",
                false,
                description,
                text -> within(Double.parseDouble(text), 0.0, 1.0));
    }

    static ConfigKey<Optional<String>> text(String name, String rule, String description) {
        return new ConfigKey<>(name, "text", "", "", rule, false, description, ConfigKey::optional);
    }

    static ConfigKey<Optional<String>> secretText(String name, String rule, String description) {
        return new ConfigKey<>(name, "text", "", "", rule, true, description, ConfigKey::optional);
    }

    static ConfigKey<List<String>> list(String name, boolean secret, String rule, String description) {
        return new ConfigKey<>(name, "list", "", "", rule, secret, description, ConfigKey::parseList);
    }

    static <E extends Enum<E>> ConfigKey<E> choice(String name, Class<E> choices, E defaultValue, String description) {
        String words = String.join(
                ", ",
                Arrays.stream(choices.getEnumConstants()).map(ConfigKey::word).toList());
        return new ConfigKey<>(
                name,
                "choice",
                "",
                word(defaultValue),
                "one of " + words,
                false,
                description,
                text -> Enum.valueOf(choices, text.toUpperCase(Locale.ROOT)));
    }

    ConfigKey<T> ruled(String newRule, Function<String, T> newParser) {
        return new ConfigKey<>(name, type, unit, defaultText, newRule, secret, description, newParser);
    }

    ConfigKey<T> defaulting(String newDefault) {
        return new ConfigKey<>(name, type, unit, newDefault, rule, secret, description, parser);
    }

    /** The value of this text. @throws ConfigException when it breaks the rule */
    T parse(String text) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException broken) {
            throw new ConfigException(this, text, "it must be " + rule);
        }
    }

    private static boolean parseFlag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static List<String> parseList(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static <N extends Comparable<N>> N within(N value, N min, N max) {
        if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
            return value;
        }
        throw new IllegalArgumentException();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
