package io.errortracker.alert.webhook;

import static io.errortracker.alert.webhook.ChatText.code;
import static io.errortracker.alert.webhook.ChatText.cut;
import static io.errortracker.alert.webhook.ChatText.markdown;

import io.errortracker.alert.Message;
import io.errortracker.store.alert.FiredAlert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Discord's webhooks take. Nobody can be called by what an error says. */
record DiscordShape(Message message) {
    private static final int MOST_OF_TITLE = 250;
    private static final int MOST = 3_500;
    private static final int MOST_OF_FIELD = 1_000;

    String json() {
        FiredAlert alert = message.alert();
        Map<String, Object> embed = new LinkedHashMap<>();
        embed.put("title", cut(message.title(), MOST_OF_TITLE));
        embed.put("description", cut(description(alert), MOST));
        embed.put("color", ChatText.colour(alert.kind()));
        embed.put("timestamp", alert.fired().toString());
        String link = message.links().to(alert.subject());
        if (link != null) {
            embed.put("url", link);
        }
        List<Object> fields = new ArrayList<>();
        message.facts()
                .forEach((name, value) ->
                        fields.add(Map.of("name", name, "value", cut(markdown(value), MOST_OF_FIELD), "inline", true)));
        embed.put("fields", fields);
        embed.put("footer", Map.of("text", cut("Rule: " + Message.line(alert.ruleName()), MOST_OF_TITLE)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("embeds", List.of(embed));
        all.put("allowed_mentions", Map.of("parse", List.of()));
        return Json.of(all);
    }

    private String description(FiredAlert alert) {
        StringBuilder text = new StringBuilder();
        if (message.isDigest()) {
            text.append(ChatText.issues(message, ChatText::markdown, MOST));
        } else if (alert.subject().issueId() != 0) {
            text.append(markdown(Message.line(alert.reason()) + " " + message.extent() + "."));
            if (!message.frames().isEmpty()) {
                text.append("\n```\n")
                        .append(cut(code(String.join("\n", message.frames())), MOST_OF_FIELD))
                        .append("\n```");
            }
        } else {
            text.append(markdown(Message.line(alert.reason())));
        }
        if (message.links().to(alert.subject()) == null) {
            text.append("\n").append(markdown(message.whereToLook()));
        }
        return text.toString();
    }
}
