package io.errortracker.alert.webhook;

import io.errortracker.alert.Message;
import io.errortracker.store.alert.FiredAlert.Kind;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the chats have in common: foreign text that must not format, link or call anybody, and messages that must not be long. */
final class ChatText {
    private static final String MARKS = "\\`*_~|[]()<>#!@";

    private ChatText() {}

    /** For Slack: what begins a link or calls somebody stands for itself. */
    static String slack(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('`', '\'');
    }

    /** For Markdown: every mark stands for itself. */
    static String markdown(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKS.indexOf(c) >= 0) {
                plain.append('\\');
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** In a block of code only the end of that block has a meaning. */
    static String code(String text) {
        return text.replace('`', '\'');
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** A line for each issue of a digest, as many as fit. */
    static String issues(Message message, UnaryOperator<String> plain, int most) {
        StringBuilder lines = new StringBuilder();
        List<Message.Named> issues = message.issues();
        int told = 0;
        for (Message.Named issue : issues) {
            String line = plain.apply(issue.shortId() + "  " + cut(issue.title(), 120)) + "\n";
            if (lines.length() + line.length() > most - 40) {
                break;
            }
            lines.append(line);
            told++;
        }
        return told == issues.size()
                ? lines.toString().stripTrailing()
                : lines + "and " + (issues.size() - told) + " more";
    }

    /** The main line: what failed, or what else there is to say. */
    static String headline(Message message) {
        return message.alert().subject().issueId() == 0 ? message.alert().reason() : message.headline();
    }

    /** Red for what hurts, amber for what is back, blue for what is new. */
    static int colour(Kind kind) {
        return switch (kind) {
            case NEW_ISSUE, TEST -> 0x3f51c7;
            case REGRESSION -> 0xc77700;
            case SPIKE, HIGH_VOLUME, CUSTOM, DIGEST -> 0xd6453d;
        };
    }
}
