package io.errortracker.alert.webhook;

import static io.errortracker.alert.webhook.ChatText.markdown;

import io.errortracker.alert.Message;
import io.errortracker.store.alert.FiredAlert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Teams' workflows take: an adaptive card. */
record TeamsShape(Message message) {
    private static final int MOST = 8_000;

    String json() {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", body());
        String link = message.links().to(message.alert().subject());
        card.put(
                "actions",
                link == null ? List.of() : List.of(Map.of("type", "Action.OpenUrl", "title", "Open", "url", link)));
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("content", card);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", "message");
        all.put("attachments", List.of(attachment));
        return Json.of(all);
    }

    private List<Object> body() {
        FiredAlert alert = message.alert();
        List<Object> body = new ArrayList<>();
        String id = alert.subject().shortId();
        body.add(text(
                alert.kind().title() + (id.isEmpty() ? "" : " · " + markdown(id)) + " in " + markdown(message.app()),
                "small",
                false));
        body.add(text(markdown(ChatText.headline(message)), "large", true));
        if (message.isDigest()) {
            body.add(text(ChatText.issues(message, ChatText::markdown, MOST).replace("\n", "\n\n"), "default", false));
        } else if (alert.subject().issueId() != 0) {
            body.add(text(markdown(Message.line(alert.reason()) + " " + message.extent() + "."), "default", false));
        }
        if (!message.facts().isEmpty()) {
            List<Object> facts = new ArrayList<>();
            message.facts().forEach((name, value) -> facts.add(Map.of("title", name, "value", markdown(value))));
            body.add(Map.of("type", "FactSet", "facts", facts));
        }
        for (String frame : message.frames()) {
            body.add(Map.of(
                    "type",
                    "TextBlock",
                    "text",
                    markdown(frame),
                    "wrap",
                    true,
                    "fontType",
                    "Monospace",
                    "size",
                    "small",
                    "spacing",
                    "none"));
        }
        if (message.links().to(alert.subject()) == null) {
            body.add(text(markdown(message.whereToLook()), "small", false));
        }
        return body;
    }

    private static Map<String, Object> text(String text, String size, boolean bold) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "TextBlock");
        block.put("text", text);
        block.put("wrap", true);
        block.put("size", size);
        block.put("weight", bold ? "bolder" : "default");
        return block;
    }
}
