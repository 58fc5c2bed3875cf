package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.issue.Issue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as text to paste elsewhere. Holds no request headers, whoever asks. */
final class EventText {
    private final Issue issue;
    private final ErrorEvent event;

    EventText(Issue issue, ErrorEvent event) {
        this.issue = issue;
        this.event = event;
    }

    String plain() {
        StringBuilder text = new StringBuilder();
        text.append(issue.shortId()).append("  ").append(issue.title()).append('\n');
        append(text, "", facts());
        text.append('\n').append(body());
        return ForeignText.plainLines(text.toString());
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("### ")
                .append(escaped(issue.shortId() + " " + issue.title()))
                .append("\n\n");
        append(text, "- ", facts());
        String body = body();
        String fence = "`".repeat(Math.max(3, longestRun(body, '`') + 1));
        text.append('\n').append(fence).append('\n').append(body).append(fence).append('\n');
        return ForeignText.plainLines(text.toString());
    }

    private String body() {
        if (event.exceptions().isEmpty()) {
            return event.message() == null ? "" : event.message() + "\n";
        }
        return StackText.of(event);
    }

    private Map<String, @Nullable String> facts() {
        Map<String, @Nullable String> facts = new java.util.LinkedHashMap<>();
        facts.put("Where", issue.culprit());
        facts.put("Entry point", event.transaction());
        facts.put("When", event.timestamp().toString());
        facts.put("Release", event.release());
        facts.put("Environment", event.environment());
        facts.put("Server", event.serverName());
        facts.put("User", Fates.user(event.user()));
        facts.put("Event", event.id());
        return facts;
    }

    private static void append(StringBuilder text, String bullet, Map<String, @Nullable String> facts) {
        facts.forEach((name, value) -> {
            if (value != null) {
                String told = bullet.isEmpty() ? value : escaped(value);
                text.append(bullet)
                        .append(name)
                        .append(": ")
                        .append(ForeignText.plain(told))
                        .append('\n');
            }
        });
    }

    private static int longestRun(String text, char wanted) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == wanted ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Text in which Markdown sees no markup. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (char c : text.toCharArray()) {
            if ("\\`*_[]<>#|!".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return escaped.toString();
    }
}
