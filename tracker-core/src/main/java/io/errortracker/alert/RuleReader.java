package io.errortracker.alert;

import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.StoredRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one rule from its words. Used once. */
final class RuleReader {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 1_000_000;
    private static final int MOST_USERS = 1_000;
    private static final List<String> SHAPES = List.of("webhook", "slack", "teams", "discord");

    private final String text;
    private @Nullable String environment;
    private @Nullable Level level;
    private @Nullable String release;
    private @Nullable String entryPoint;
    private final Map<String, String> tags = new TreeMap<>();
    private @Nullable Duration youngerThan;
    private @Nullable Duration olderThan;

    RuleReader(String text) {
        this.text = text.strip();
    }

    AlertRule rule() {
        if (text.length() > StoredRule.LONGEST) {
            throw new IllegalArgumentException("a rule may have " + StoredRule.LONGEST + " characters at most");
        }
        int colon = text.indexOf(':');
        if (colon < 1 || colon > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a rule begins with a name of 1 to " + LONGEST_NAME + " characters and a colon: \"" + text + "\"");
        }
        String rest = text.substring(colon + 1);
        int arrow = outsideQuotes(rest, "->");
        List<String> parts = split(arrow < 0 ? rest : rest.substring(0, arrow));
        Condition condition = condition(parts.get(0));
        parts.subList(1, parts.size()).forEach(this::filter);
        List<AlertAction> actions = arrow < 0 ? List.of() : actions(rest.substring(arrow + 2));
        EventFilter filter = new EventFilter(environment, level, release, entryPoint, tags, youngerThan, olderThan);
        return AlertRule.configured("", text.substring(0, colon).strip(), condition, filter, actions);
    }

    private static Condition condition(String words) {
        List<String> said = List.of(words.split("\\s+"));
        if (words.equals("new issue")) {
            return new Condition.NewIssue();
        }
        if (words.equals("regression")) {
            return new Condition.Regression();
        }
        if (said.size() == 4 && said.get(0).equals("spike") && said.get(2).equals("floor")) {
            String percent = said.get(1).endsWith("%")
                    ? said.get(1).substring(0, said.get(1).length() - 1)
                    : "";
            return new Condition.Spike(
                    positive(percent, "a percentage such as 100%", MOST), positive(said.get(3), "the floor", MOST));
        }
        if (said.size() == 4 && words.startsWith("more than ") && said.get(3).equals("users")) {
            return new Condition.HighVolume(positive(said.get(2), "the number of users", MOST_USERS - 1));
        }
        return threshold(said, words);
    }

    private static Condition threshold(List<String> said, String words) {
        int in = said.indexOf("in");
        if ((in != 2 && in != 5) || said.size() != in + 2) {
            throw noCondition(words);
        }
        boolean both = in == 5 && said.get(2).equals("and");
        if (in == 5 && !both && !said.get(2).equals("or")) {
            throw noCondition(words);
        }
        int events = count(said.subList(0, in), "events", MOST);
        int users = count(said.subList(0, in), "users", MOST_USERS);
        if (events + users == 0 || (in == 5 && (events == 0 || users == 0))) {
            throw noCondition(words);
        }
        Duration window = RuleText.duration(said.get(in + 1));
        if (window.toSeconds() < 60 || window.toHours() > 24 || window.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("a window must be 1m to 24h: \"" + words + "\"");
        }
        return new Condition.Threshold(events, users, both, window);
    }

    private static int count(List<String> said, String unit, int most) {
        int at = said.indexOf(unit);
        return at < 1 ? 0 : positive(said.get(at - 1), "the number of " + unit, most);
    }

    private static IllegalArgumentException noCondition(String words) {
        return new IllegalArgumentException(
                "\"" + words + "\" must be one of: new issue; regression; spike 100% floor 10;"
                        + " more than 50 users; 10 events in 5m; 5 users in 1h; 10 events and 5 users in 1h");
    }

    private void filter(String word) {
        if (word.startsWith("age<")) {
            youngerThan = RuleText.duration(word.substring(4).strip());
        } else if (word.startsWith("age>")) {
            olderThan = RuleText.duration(word.substring(4).strip());
        } else {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw noFilter(word);
            }
            filter(
                    word.substring(0, equals).strip(),
                    unquoted(word.substring(equals + 1).strip()),
                    word);
        }
    }

    private void filter(String name, String value, String word) {
        if (value.isEmpty()) {
            throw noFilter(word);
        }
        switch (name) {
            case "environment" -> environment = value;
            case "level" -> level = RuleText.level(value);
            case "release" -> release = value;
            case "entry" -> entryPoint = value;
            default -> {
                if (!name.startsWith("tag.") || name.length() == 4) {
                    throw noFilter(word);
                }
                tags.put(name.substring(4), value);
            }
        }
    }

    private static IllegalArgumentException noFilter(String word) {
        return new IllegalArgumentException("\"" + word + "\" must be one of: environment=..., level=..., release=...,"
                + " entry=\"...\", tag.NAME=..., age<1h, age>7d");
    }

    private static List<AlertAction> actions(String words) {
        List<AlertAction> actions = new ArrayList<>();
        for (String word : split(words)) {
            AlertAction action = action(word);
            if (!actions.contains(action)) {
                actions.add(action);
            }
        }
        return actions;
    }

    private static AlertAction action(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        String target = colon < 0 ? null : word.substring(colon + 1).strip();
        if (target != null && SHAPES.contains(name) && !target.isEmpty()) {
            return new AlertAction(AlertAction.Kind.WEBHOOK, name + " " + target);
        }
        if (target != null && name.equals("mail") && target.indexOf('@') > 0) {
            return new AlertAction(AlertAction.Kind.MAIL, target);
        }
        AlertAction.Kind kind = AlertAction.Kind.ofLabel(name).orElse(null);
        if (kind == null || target != null) {
            throw new IllegalArgumentException("\"" + word + "\" must be one of: mail, mail:ADDRESS, webhook, cdi, log,"
                    + " webhook:URL, slack:URL, teams:URL, discord:URL");
        }
        return AlertAction.of(kind);
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** At commas outside quotes. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        for (int comma = outsideQuotes(rest, ","); comma >= 0; comma = outsideQuotes(rest, ",")) {
            parts.add(rest.substring(0, comma).strip());
            rest = rest.substring(comma + 1);
        }
        parts.add(rest.strip());
        return parts;
    }

    private static int outsideQuotes(String text, String wanted) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int positive(String text, String what, int most) {
        long number = number(text, what, text);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(what + " must be a whole number from 1 to " + most + ", not " + text);
        }
        return (int) number;
    }

    static long number(String text, String what, String whole) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("\"" + whole + "\" must be " + what);
        }
        return Long.parseLong(text);
    }
}
