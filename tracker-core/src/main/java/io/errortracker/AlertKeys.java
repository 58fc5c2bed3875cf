package io.errortracker;

import static io.errortracker.ConfigKey.choice;
import static io.errortracker.ConfigKey.flag;
import static io.errortracker.ConfigKey.list;
import static io.errortracker.ConfigKey.number;
import static io.errortracker.ConfigKey.secretText;
import static io.errortracker.ConfigKey.text;

import java.util.List;
import java.util.Optional;

/**
 * The keys of alerts and of the ways they are told; part of {@link TrackerConfig}.
 *
 * @since 0.1.0
 */
public final class AlertKeys {
    private static final String ANY = "any text";
    private static final String RULES = "rules separated by line breaks or semicolons";

    public static final ConfigKey<Boolean> ENABLED =
            flag("tracker.alert.enabled", true, "Whether anything is alerted on.");
    public static final ConfigKey<Boolean> NEW_ISSUE =
            flag("tracker.alert.new-issue", true, "Whether the first event of an issue alerts.");
    public static final ConfigKey<Boolean> REGRESSION =
            flag("tracker.alert.regression", true, "Whether a resolved issue that happens again alerts.");
    public static final ConfigKey<Boolean> SPIKE = flag(
            "tracker.alert.spike",
            true,
            "Whether an hour alerts that is well above the hourly mean of the 24 hours before.");
    public static final ConfigKey<Integer> SPIKE_PERCENT = number(
            "tracker.alert.spike-percent", 100, 1, 100_000, "%", "How far above the mean: 100 is twice the mean.");
    public static final ConfigKey<Integer> SPIKE_FLOOR =
            number("tracker.alert.spike-floor", 10, 1, 1_000_000, "events", "Fewer events in the hour are no spike.");
    public static final ConfigKey<Boolean> HIGH_VOLUME =
            flag("tracker.alert.high-volume", true, "Whether an issue that many users meet alerts.");
    public static final ConfigKey<Integer> HIGH_VOLUME_USERS =
            number("tracker.alert.high-volume-users", 50, 1, 999, "users", "More distinct users than this are many.");
    public static final ConfigKey<Optional<String>> ENVIRONMENT = text(
            "tracker.alert.environment",
            ANY,
            "The only environment in which these four alert; one that ends with * matches what begins so; unset, all do.");
    public static final ConfigKey<Optional<String>> LEVEL = text(
                    "tracker.alert.level", "", "Only events this bad or worse let these four alert; unset, all do.")
            .ruled("one of fatal, error, warning, info, debug", AlertKeys::level);
    public static final ConfigKey<List<String>> ALERT_RULES = list(
                    "tracker.alert.rules",
                    false,
                    RULES,
                    "Further rules, such as `Checkout fails: 10 events or 5 users in 5m, environment=production -> mail`;"
                            + " docs/alerts.md has their words.")
            .ruled(RULES, TrackerConfig::lines);
    public static final ConfigKey<List<String>> ACTIONS = list(
                    "tracker.alert.actions", false, "", "What is done with an alert, as far as it is set up.")
            .ruled("words of mail, webhook, cdi, log, separated by commas", AlertKeys::actions)
            .defaulting("mail,webhook,cdi,log");
    public static final ConfigKey<Integer> THROTTLE_MINUTES = number(
            "tracker.alert.throttle-minutes",
            30,
            1,
            1_440,
            "min",
            "How long a rule keeps quiet about an issue after it alerted on it.");
    public static final ConfigKey<Integer> PER_HOUR = number(
            "tracker.alert.per-hour",
            60,
            2,
            10_000,
            "messages",
            "How many alerts are told in any hour, the digest that names the rest among them.");
    public static final ConfigKey<Optional<String>> MAIL_JNDI = text(
                    "tracker.mail.jndi", "", "The JNDI name of the server's mail session.")
            .ruled("a name of this server, such as java:jboss/mail/Default or mail/alerts", AlertKeys::jndi);
    public static final ConfigKey<Optional<String>> MAIL_HOST =
            text("tracker.mail.host", ANY, "The SMTP server, where no mail session of the server is used.");
    public static final ConfigKey<Integer> MAIL_PORT = number("tracker.mail.port", 587, 1, 65_535, "", "Its port.");
    public static final ConfigKey<MailEncryption> MAIL_TLS = choice(
            "tracker.mail.tls",
            MailEncryption.class,
            MailEncryption.STARTTLS,
            "How the connection is encrypted: after a plain beginning, from the beginning, or not.");
    public static final ConfigKey<Optional<String>> MAIL_USER = text("tracker.mail.user", ANY, "The user there.");
    public static final ConfigKey<Optional<String>> MAIL_PASSWORD =
            secretText("tracker.mail.password", ANY, "The password there.");
    public static final ConfigKey<Optional<String>> MAIL_FROM = text(
                    "tracker.mail.from", "", "Who mails are from; unset, what the mail session says.")
            .ruled("a mail address", AlertKeys::address);
    public static final ConfigKey<List<String>> MAIL_TO = list(
                    "tracker.mail.to", false, "", "Who gets mails about alerts.")
            .ruled("mail addresses separated by commas", AlertKeys::addresses);
    public static final ConfigKey<Optional<String>> WEBHOOK_URL = secretText(
                    "tracker.webhook.url", "", "Where alerts are posted to.")
            .ruled("an http or https URL without user and fragment", AlertKeys::url);
    public static final ConfigKey<WebhookFormat> WEBHOOK_FORMAT = choice(
            "tracker.webhook.format",
            WebhookFormat.class,
            WebhookFormat.GENERIC,
            "Whose shape the posted JSON has: our own, or that of the chat it goes to.");
    public static final ConfigKey<Optional<String>> WEBHOOK_SECRET = secretText(
                    "tracker.webhook.secret", "", "The key that posts are signed with, by HMAC-SHA256.")
            .ruled("at least 16 characters", AlertKeys::secret);

    /** Each of them, in the order of the README's table. */
    static final List<ConfigKey<?>> ALL = List.of(
            ENABLED,
            NEW_ISSUE,
            REGRESSION,
            SPIKE,
            SPIKE_PERCENT,
            SPIKE_FLOOR,
            HIGH_VOLUME,
            HIGH_VOLUME_USERS,
            ENVIRONMENT,
            LEVEL,
            ALERT_RULES,
            ACTIONS,
            THROTTLE_MINUTES,
            PER_HOUR,
            MAIL_JNDI,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_TLS,
            MAIL_USER,
            MAIL_PASSWORD,
            MAIL_FROM,
            MAIL_TO,
            WEBHOOK_URL,
            WEBHOOK_FORMAT,
            WEBHOOK_SECRET);

    private AlertKeys() {}

    /** How a connection to a mail server is encrypted. */
    public enum MailEncryption {
        STARTTLS,
        TLS,
        OFF
    }

    /** Whose JSON a webhook gets. */
    public enum WebhookFormat {
        GENERIC,
        SLACK,
        TEAMS,
        DISCORD
    }

    private static Optional<String> level(String text) {
        return checked(
                text, List.of("fatal", "error", "warning", "info", "debug").contains(text));
    }

    private static Optional<String> jndi(String text) {
        return checked(text, text.matches("(java:)?[A-Za-z0-9/._-]+"));
    }

    private static List<String> actions(String text) {
        List<String> actions = words(text);
        demand(List.of("mail", "webhook", "cdi", "log").containsAll(actions));
        return actions;
    }

    private static Optional<String> address(String text) {
        return checked(text, isAddress(text));
    }

    private static List<String> addresses(String text) {
        List<String> addresses = words(text);
        demand(addresses.stream().allMatch(AlertKeys::isAddress));
        return addresses;
    }

    private static boolean isAddress(String text) {
        return text.matches("[!-~&&[^<>()@,;:\\\\\"]]+@[A-Za-z0-9.-]+");
    }

    private static Optional<String> url(String text) {
        return checked(text, text.matches("https?://[!-~&&[^@/?#\\\\]]+([/?][!-~&&[^#\\\\]]*)?"));
    }

    private static Optional<String> secret(String text) {
        return checked(text, text.length() >= 16);
    }

    private static Optional<String> checked(String text, boolean holds) {
        demand(text.isEmpty() || holds);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }

    private static List<String> words(String text) {
        return java.util.Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
