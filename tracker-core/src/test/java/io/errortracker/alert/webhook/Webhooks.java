package io.errortracker.alert.webhook;

import io.errortracker.alert.Links;
import io.errortracker.alert.Message;
import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages for the tests of webhooks. */
final class Webhooks {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Links LINKS = new Links("https://shop.example/shop/errors");

    private Webhooks() {}

    /** @param target {@code slack https://...}; null for the configuration's */
    static Message to(@Nullable String target) {
        return to(target, "card expired", LINKS);
    }

    static Message to(@Nullable String target, String foreign, Links links) {
        AlertAction action = new AlertAction(AlertAction.Kind.WEBHOOK, target);
        FiredAlert alert = alert(1, foreign, action);
        return Message.of(delivery(alert, List.of(), action), "shop", links);
    }

    static Message digest(int issues, String foreign) {
        AlertAction action = AlertAction.of(AlertAction.Kind.WEBHOOK);
        List<FiredAlert> named = new ArrayList<>();
        for (int i = 1; i <= issues; i++) {
            named.add(alert(i, foreign, action));
        }
        FiredAlert digest = new FiredAlert(
                "d".repeat(32),
                FiredAlert.Kind.DIGEST,
                "",
                "the limit of messages an hour",
                issues + " further alerts within the hour",
                NOW,
                FiredAlert.Subject.none(),
                List.of(action));
        return Message.of(delivery(digest, named, action), "shop", LINKS);
    }

    private static FiredAlert alert(int issue, String foreign, AlertAction action) {
        return new FiredAlert(
                "a".repeat(32),
                FiredAlert.Kind.REGRESSION,
                "regression",
                "Regression",
                "It was resolved, and it is back.",
                NOW,
                new FiredAlert.Subject(
                        issue,
                        "SHOP-" + issue,
                        "PaymentDeclined",
                        foreign,
                        foreign,
                        "POST /orders/{id}/pay",
                        Level.ERROR,
                        foreign,
                        "1.4.3",
                        "e".repeat(32),
                        1_204,
                        318,
                        List.of(1L, 0L, 3L),
                        List.of("shop.PaymentResource.pay (PaymentResource.java:58)", foreign)),
                List.of(action));
    }

    private static Delivery delivery(FiredAlert alert, List<FiredAlert> named, AlertAction action) {
        return new Delivery(1, alert, named, action, Delivery.State.WAITING, 0, 0, NOW, null, null);
    }
}
