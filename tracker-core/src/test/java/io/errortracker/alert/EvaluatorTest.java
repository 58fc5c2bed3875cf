package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Level;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.IssueNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final RememberedAlerts memory = new RememberedAlerts();
    private final SelfHealth health = new SelfHealth(Clock.systemUTC(), System.getLogger("io.errortracker.test"));

    private Evaluator evaluator(AlertRule... rules) {
        return new Evaluator(
                new RuleBook(List.of(rules), health),
                new Evaluator.Limits(Duration.ofMinutes(30), 60),
                () -> List.of(AlertAction.of(AlertAction.Kind.LOG)),
                () -> {});
    }

    private static AlertRule rule(String text) {
        AlertRule read = RuleText.parse(text);
        return AlertRule.configured(read.name(), read.name(), read.condition(), read.filter(), read.actions());
    }

    @Test
    void of_sixty_in_an_hour_one_place_is_left_for_the_digest() {
        Evaluator evaluator = evaluator(rule("New: new issue"));
        for (int issue = 0; issue < 100; issue++) {
            evaluator.consider(List.of(News.of(issue).first(NOW).news()), NOW.plusSeconds(issue), memory);
        }

        assertThat(memory.told).hasSize(59);
        assertThat(memory.held).hasSize(41);

        evaluator.consider(List.of(News.of(200).first(NOW).news()), NOW.plus(Duration.ofMinutes(61)), memory);
        assertThat(memory.told)
                .as("as many as grew older than an hour may be told again")
                .hasSize(60);
    }

    @Test
    void what_one_event_costs_does_not_depend_on_history() {
        Evaluator evaluator = evaluator(rule("Spike: spike 100% floor 1000000"), rule("Many: 1000000 events in 1h"));
        Instant now = NOW;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusSeconds(60);
            evaluator.consider(List.of(News.of(1).first(NOW).events(3).news()), now, memory);
        }

        assertThat(memory.counterReads).isEqualTo(5_000);
        assertThat(memory.counters).hasSize(2);
        assertThat(memory.counters.values()).allMatch(body -> body.length < 1_500);
    }

    @Test
    void a_batch_with_many_issues_is_read_at_once() {
        Evaluator evaluator = evaluator(rule("Spike: spike 100% floor 10"));
        List<IssueNews> news = new ArrayList<>();
        for (int issue = 0; issue < 500; issue++) {
            news.add(News.of(issue).first(NOW).events(1).news());
        }

        evaluator.consider(news, NOW, memory);

        assertThat(memory.counterReads).isEqualTo(1);
    }

    @Test
    void users_are_remembered_as_far_as_they_matter() {
        Evaluator evaluator = evaluator(rule("Users: 3 users in 10m"));
        for (int i = 0; i < 1_000; i++) {
            evaluator.consider(
                    List.of(News.of(1).eventBy((long) (i % 2), NOW, event -> {}).news()), NOW, memory);
        }
        assertThat(memory.told).isEmpty();
        for (long user = 10; user < 1_000; user++) {
            evaluator.consider(
                    List.of(News.of(1).eventBy(user, NOW, event -> {}).news()), NOW, memory);
        }

        assertThat(memory.told).hasSize(1);
        assertThat(memory.counters.values()).allMatch(body -> body.length < 200);
    }

    @Test
    void what_an_alert_says_is_of_the_event_that_fired_it() {
        Evaluator evaluator = evaluator(rule("New: new issue, level=error"));

        evaluator.consider(
                List.of(News.of(7)
                        .first(NOW)
                        .event(NOW, event -> event.level(Level.INFO).environment("test"))
                        .event(NOW, event -> event.level(Level.FATAL).environment("production"))
                        .news()),
                NOW,
                memory);

        FiredAlert.Subject subject = memory.told.get(0).subject();
        assertThat(subject.environment()).isEqualTo("production");
        assertThat(subject.level()).isEqualTo(Level.FATAL);
        assertThat(subject.shortId()).isEqualTo("SHOP-7");
    }

    @Test
    void only_unresolved_issues_alert() {
        Evaluator evaluator = evaluator(rule("Any: 1 events in 5m"));
        for (IssueStatus status : IssueStatus.values()) {
            evaluator.consider(
                    List.of(News.of(status.ordinal()).status(status).events(1).news()), NOW, memory);
        }

        assertThat(memory.told).extracting(alert -> alert.subject().issueId()).containsExactly((long)
                IssueStatus.UNRESOLVED.ordinal());
    }

    @Test
    void a_counter_that_cannot_be_read_begins_anew() {
        Evaluator evaluator = evaluator(rule("Any: 2 events in 5m"));
        evaluator.consider(List.of(News.of(1).events(1).news()), NOW, memory);
        Map.copyOf(memory.counters).forEach((key, body) -> memory.counters.put(key, new byte[] {1, 2, 3}));

        evaluator.consider(List.of(News.of(1).events(1).news()), NOW, memory);
        assertThat(memory.told).isEmpty();
        evaluator.consider(List.of(News.of(1).events(1).news()), NOW, memory);
        assertThat(memory.told).hasSize(1);
    }
}
