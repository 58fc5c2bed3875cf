package io.errortracker.boot;

import io.errortracker.AlertKeys;
import io.errortracker.ConfigException;
import io.errortracker.ConfigKey;
import io.errortracker.TrackerConfig;
import io.errortracker.alert.AbsentNotifier;
import io.errortracker.alert.AlertRule;
import io.errortracker.alert.Condition;
import io.errortracker.alert.Evaluator;
import io.errortracker.alert.EventFilter;
import io.errortracker.alert.Links;
import io.errortracker.alert.Notifier;
import io.errortracker.alert.RuleText;
import io.errortracker.alert.mail.MailNotifier;
import io.errortracker.alert.mail.MailSettings;
import io.errortracker.alert.webhook.Shape;
import io.errortracker.alert.webhook.WebhookNotifier;
import io.errortracker.alert.webhook.WebhookSettings;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertAction.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the parts of alerts of what is configured. */
final class AlertParts {
    private final TrackerConfig config;
    private final Clock clock;

    AlertParts(TrackerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException for a rule that cannot be read, naming it */
    List<AlertRule> rules() {
        if (!config.get(AlertKeys.ENABLED)) {
            return List.of();
        }
        List<AlertRule> rules = new ArrayList<>();
        add(rules, AlertKeys.NEW_ISSUE, "new-issue", "New issue", new Condition.NewIssue());
        add(rules, AlertKeys.REGRESSION, "regression", "Regression", new Condition.Regression());
        add(
                rules,
                AlertKeys.SPIKE,
                "spike",
                "Spike",
                new Condition.Spike(config.get(AlertKeys.SPIKE_PERCENT), config.get(AlertKeys.SPIKE_FLOOR)));
        add(
                rules,
                AlertKeys.HIGH_VOLUME,
                "high-volume",
                "Many users",
                new Condition.HighVolume(config.get(AlertKeys.HIGH_VOLUME_USERS)));
        config.get(AlertKeys.ALERT_RULES).forEach(text -> rules.add(custom(text)));
        return List.copyOf(rules);
    }

    private void add(List<AlertRule> rules, ConfigKey<Boolean> wanted, String key, String name, Condition condition) {
        if (config.get(wanted)) {
            EventFilter filter = new EventFilter(
                    config.get(AlertKeys.ENVIRONMENT).orElse(null),
                    config.get(AlertKeys.LEVEL).map(RuleText::level).orElse(null),
                    null,
                    null,
                    Map.of(),
                    null,
                    null);
            rules.add(AlertRule.configured(key, name, condition, filter, List.of()));
        }
    }

    private static AlertRule custom(String text) {
        try {
            AlertRule rule = RuleText.parse(text);
            String key = "config:" + rule.name();
            return AlertRule.configured(
                    key.length() <= 64 ? key : key.substring(0, 64),
                    rule.name(),
                    rule.condition(),
                    rule.filter(),
                    rule.actions());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    AlertKeys.ALERT_RULES.name() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    Evaluator.Limits limits() {
        return new Evaluator.Limits(
                Duration.ofMinutes(config.get(AlertKeys.THROTTLE_MINUTES)), config.get(AlertKeys.PER_HOUR));
    }

    Links links() {
        return new Links(config.get(TrackerConfig.BASE_URL)
                .map(base -> base + config.get(TrackerConfig.PATH))
                .orElse(null));
    }

    /** The ways that are wanted and set up; all that are wanted where none is, so that what is missing shows. */
    Supplier<List<AlertAction>> standard(List<Notifier> notifiers) {
        List<Kind> wanted = config.get(AlertKeys.ACTIONS).stream()
                .map(word -> Kind.ofLabel(word).orElseThrow())
                .toList();
        return () -> {
            List<AlertAction> ready = notifiers.stream()
                    .filter(Notifier::isSetUp)
                    .map(Notifier::kind)
                    .filter(wanted::contains)
                    .map(AlertAction::of)
                    .toList();
            return ready.isEmpty() ? wanted.stream().map(AlertAction::of).toList() : ready;
        };
    }

    /** @throws ConfigException for settings that do not go together */
    Notifier mail() {
        Optional<MailSettings.Server> server = mailServer();
        if (server.isEmpty()) {
            return new AbsentNotifier(
                    Kind.MAIL,
                    false,
                    "Mail is not set up: set tracker.mail.jndi or tracker.mail.host, and tracker.mail.to.");
        }
        List<String> to = config.get(AlertKeys.MAIL_TO);
        if (to.isEmpty()) {
            throw new ConfigException(
                    AlertKeys.MAIL_TO, "", "it must be set where tracker.mail.jndi or tracker.mail.host is");
        }
        if (!isPresent("jakarta.mail.Session")) {
            return new AbsentNotifier(
                    Kind.MAIL,
                    true,
                    "This server has no Jakarta Mail (the Web Profile does not demand it): use its full profile, add"
                            + " an implementation such as org.eclipse.angus:jakarta.mail to the application, or use a webhook.");
        }
        return new MailNotifier(
                new MailSettings(server.get(), config.get(AlertKeys.MAIL_FROM).orElse(null), to), clock);
    }

    Notifier webhook() {
        return new WebhookNotifier(
                new WebhookSettings(
                        config.get(AlertKeys.WEBHOOK_URL).orElse(null),
                        Shape.valueOf(config.get(AlertKeys.WEBHOOK_FORMAT).name()),
                        config.get(AlertKeys.WEBHOOK_SECRET).orElse(null)),
                clock);
    }

    private Optional<MailSettings.Server> mailServer() {
        Optional<String> jndi = config.get(AlertKeys.MAIL_JNDI);
        if (jndi.isPresent()) {
            return jndi.map(MailSettings.Jndi::new);
        }
        return config.get(AlertKeys.MAIL_HOST)
                .map(host -> new MailSettings.Smtp(
                        host,
                        config.get(AlertKeys.MAIL_PORT),
                        MailSettings.Encryption.valueOf(
                                config.get(AlertKeys.MAIL_TLS).name()),
                        config.get(AlertKeys.MAIL_USER).orElse(null),
                        config.get(AlertKeys.MAIL_PASSWORD).orElse(null)));
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, AlertParts.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
