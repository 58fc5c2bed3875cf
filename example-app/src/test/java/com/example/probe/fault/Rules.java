package com.example.probe.fault;

final class Rules {
    private Rules() {}

    static String digits(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            throw odd(text);
        }
        return text;
    }

    private static IllegalStateException odd(String text) {
        return new IllegalStateException("odd: " + text);
    }
}
