package io.errortracker.group;

/**
 * A message without its parameters: {@code user <int> not found at <ip>}. A hand-written scanner: each pattern looks a bounded
 * way ahead and none looks back, so the time is linear in the text whatever the text is.
 */
final class MessageTemplate {
    /** Characters of a message that count. */
    private static final int LIMIT = 4096;

    /** Lines of a message that count; the first ones tell what happened, the rest is detail. */
    private static final int LINES = 2;

    private MessageTemplate() {}

    static String of(String message) {
        String text = firstLines(message);
        StringBuilder template = new StringBuilder(text.length());
        Text in = new Text(text);
        int at = 0;
        while (at < text.length()) {
            Match match = Patterns.at(in, at);
            if (match == null) {
                template.append(text.charAt(at++));
            } else {
                template.append(match.placeholder());
                at = match.end();
            }
        }
        return template.toString();
    }

    private static String firstLines(String message) {
        StringBuilder lines = new StringBuilder();
        int taken = 0;
        int start = 0;
        int end = Math.min(message.length(), LIMIT);
        for (int at = 0; at <= end && taken < LINES; at++) {
            if (at == end || message.charAt(at) == '\n') {
                String line = message.substring(start, at).strip();
                if (!line.isEmpty()) {
                    lines.append(taken++ == 0 ? "" : "\n").append(line);
                }
                start = at + 1;
            }
        }
        return lines.toString();
    }
}
