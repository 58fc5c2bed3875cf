package io.errortracker.alert;

import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules in words: {@code Checkout fails: 10 events or 5 users in 5m, environment=production, tag.section=checkout -> mail}. The same
 * words in the configuration, in the store and on the pages.
 *
 * @since 0.1.0
 */
public final class RuleText {
    private RuleText() {}

    /**
     * A rule without a key, not paused.
     *
     * @throws IllegalArgumentException for text that is no rule, saying what is wrong
     */
    public static AlertRule parse(String text) {
        return new RuleReader(text).rule();
    }

    /** The rule in words; {@link #parse} reads it back. */
    public static String of(AlertRule rule) {
        StringBuilder text = new StringBuilder(rule.name()).append(": ").append(of(rule.condition()));
        filters(rule.filter()).forEach(filter -> text.append(", ").append(filter));
        if (!rule.actions().isEmpty()) {
            text.append(" -> ");
            text.append(
                    String.join(", ", rule.actions().stream().map(RuleText::of).toList()));
        }
        return text.toString();
    }

    /** A condition in words: {@code 10 events or 5 users in 5m}. */
    public static String of(Condition condition) {
        if (condition instanceof Condition.NewIssue) {
            return "new issue";
        }
        if (condition instanceof Condition.Regression) {
            return "regression";
        }
        if (condition instanceof Condition.Spike spike) {
            return "spike " + spike.percent() + "% floor " + spike.floor();
        }
        if (condition instanceof Condition.HighVolume volume) {
            return "more than " + volume.users() + " users";
        }
        return of((Condition.Threshold) condition);
    }

    private static String of(Condition.Threshold threshold) {
        String events = threshold.events() + " events";
        String users = threshold.users() + " users";
        String what = threshold.users() == 0
                ? events
                : threshold.events() == 0 ? users : events + (threshold.both() ? " and " : " or ") + users;
        return what + " in " + of(threshold.window());
    }

    /** What a filter demands, a word each; empty when it demands nothing. */
    public static List<String> filters(EventFilter filter) {
        List<String> words = new ArrayList<>();
        add(words, "environment=", filter.environment());
        add(words, "level=", filter.level() == null ? null : filter.level().label());
        add(words, "release=", filter.release());
        add(words, "entry=", filter.entryPoint());
        for (Map.Entry<String, String> tag : filter.tags().entrySet()) {
            add(words, "tag." + tag.getKey() + "=", tag.getValue());
        }
        if (filter.youngerThan() != null) {
            words.add("age<" + of(filter.youngerThan()));
        }
        if (filter.olderThan() != null) {
            words.add("age>" + of(filter.olderThan()));
        }
        return List.copyOf(words);
    }

    private static void add(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name + (value.chars().allMatch(RuleText::isPlain) ? value : '"' + value + '"'));
        }
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || "._*-/{}".indexOf(c) >= 0;
    }

    /** An action in words: {@code mail}, {@code slack:https://...}. */
    public static String of(AlertAction action) {
        String target = action.target();
        if (target == null) {
            return action.kind().label();
        }
        return action.kind() == AlertAction.Kind.WEBHOOK
                ? target.replaceFirst(" ", ":")
                : action.kind().label() + ":" + target;
    }

    /** A length of time in the largest unit that is exact: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}. */
    public static String of(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** @throws IllegalArgumentException when it is none, or more than a year */
    public static Duration duration(String text) {
        String number = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        long count = RuleReader.number(number, "a length of time such as 30s, 5m, 2h or 7d", text);
        long seconds = count
                * switch (text.charAt(text.length() - 1)) {
                    case 's' -> 1;
                    case 'm' -> 60;
                    case 'h' -> 3_600;
                    case 'd' -> 86_400;
                    default ->
                        throw new IllegalArgumentException(
                                "\"" + text + "\" must be a length of time such as 30s, 5m, 2h or 7d");
                };
        if (seconds < 1 || seconds > 366 * 86_400L) {
            throw new IllegalArgumentException("\"" + text + "\" must be at least a second and at most a year");
        }
        return Duration.ofSeconds(seconds);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static Level level(String text) {
        return Level.ofLabel(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "level must be one of fatal, error, warning, info, debug; it is \"" + text + "\""));
    }
}
