package io.errortracker.ui.page;

/**
 * One line of the self-page about how the tracker is set up: {@code Version}, {@code Who may enter}, ... Never holds a secret.
 *
 * @since 0.1.0
 */
public record Fact(String name, String value) {}
