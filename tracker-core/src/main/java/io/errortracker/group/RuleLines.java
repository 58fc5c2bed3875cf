package io.errortracker.group;

import java.util.ArrayList;
import java.util.List;

/** A text of rules, cut at line ends and at semicolons outside quotes; without comments and empty lines. */
final class RuleLines {
    private RuleLines() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (!line.strip().startsWith("#")) {
                addRules(lines, line);
            }
        }
        return lines;
    }

    private static void addRules(List<String> rules, String line) {
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at <= line.length(); at++) {
            char c = at == line.length() ? ';' : line.charAt(at);
            if (c == '"' && line.charAt(Math.max(0, at - 1)) != '\\') {
                quoted = !quoted;
            }
            if (at == line.length() || c == ';' && !quoted) {
                String rule = line.substring(start, at).strip();
                if (!rule.isEmpty()) {
                    rules.add(rule);
                }
                start = at + 1;
            }
        }
    }
}
