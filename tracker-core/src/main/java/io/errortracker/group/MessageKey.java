package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import java.util.ArrayList;
import java.util.List;

/** Events without an exception: the logger and the message without its parameters. */
final class MessageKey {
    private static final int BRIEF = 120;

    private MessageKey() {}

    static Key of(ErrorEvent event) {
        List<String> parts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        String logger = event.logger() == null ? "" : event.logger();
        parts.add("logger");
        parts.add(logger);
        if (!logger.isEmpty()) {
            reasons.add("logger " + logger);
        }
        String template = event.messageTemplate();
        String text = event.message() == null ? "" : event.message();
        String message = neutral(template != null ? template : text, event.platform());
        parts.add("message");
        parts.add(message);
        reasons.add("message " + brief(message) + ": there is no exception");
        return new Key(parts, reasons, Headline.ofMessage(event), false, null);
    }

    /** The message without its parameters and, from a browser, in words that all browsers share. Kinds of numbers do not count. */
    static String neutral(String message, String platform) {
        String text =
                platform.equals("javascript") || platform.equals("node") ? BrowserWording.neutral(message) : message;
        return MessageTemplate.of(text)
                .replace("<hex>", "<int>")
                .replace("<float>", "<int>")
                .replace("<git_sha>", "<int>");
    }

    static String brief(String message) {
        return message.length() <= BRIEF ? message : message.substring(0, BRIEF) + "...";
    }
}
