package io.errortracker.alert.webhook;

import static io.errortracker.alert.webhook.ChatText.cut;
import static io.errortracker.alert.webhook.ChatText.slack;

import io.errortracker.alert.Message;
import io.errortracker.store.alert.FiredAlert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Slack's incoming webhooks take, and those that understand the same: Mattermost, Rocket.Chat, Zulip. */
record SlackShape(Message message) {
    private static final int MOST_OF_SECTION = 2_900;

    String json() {
        FiredAlert alert = message.alert();
        List<Object> blocks = new ArrayList<>();
        String id = alert.subject().shortId();
        blocks.add(section(
                "*" + alert.kind().title() + (id.isEmpty() ? "" : " · " + slack(id)) + "* in " + slack(message.app())));
        blocks.add(section(cut("*" + slack(ChatText.headline(message)) + "*", MOST_OF_SECTION)));
        if (message.isDigest()) {
            blocks.add(section(ChatText.issues(message, ChatText::slack, MOST_OF_SECTION)));
        } else if (alert.subject().issueId() != 0) {
            blocks.add(section(slack(Message.line(alert.reason()) + " " + message.extent() + ".")));
            frames(blocks);
        }
        facts(blocks);
        link(blocks, alert);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("text", slack(message.title()));
        all.put("blocks", blocks);
        return Json.of(all);
    }

    private void frames(List<Object> blocks) {
        if (!message.frames().isEmpty()) {
            blocks.add(section("```" + cut(slack(String.join("\n", message.frames())), MOST_OF_SECTION) + "```"));
        }
    }

    private void facts(List<Object> blocks) {
        List<String> facts = new ArrayList<>();
        message.facts().forEach((name, value) -> facts.add(name + ": " + slack(value)));
        if (!facts.isEmpty()) {
            blocks.add(Map.of(
                    "type",
                    "context",
                    "elements",
                    List.of(Map.of("type", "mrkdwn", "text", cut(String.join("  ·  ", facts), MOST_OF_SECTION)))));
        }
    }

    private void link(List<Object> blocks, FiredAlert alert) {
        String link = message.links().to(alert.subject());
        if (link == null) {
            blocks.add(Map.of(
                    "type",
                    "context",
                    "elements",
                    List.of(Map.of("type", "mrkdwn", "text", slack(message.whereToLook())))));
        } else {
            blocks.add(Map.of(
                    "type",
                    "actions",
                    "elements",
                    List.of(Map.of(
                            "type", "button", "url", link, "text", Map.of("type", "plain_text", "text", "Open")))));
        }
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
    }
}
