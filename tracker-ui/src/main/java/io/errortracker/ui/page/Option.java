package io.errortracker.ui.page;

/** One choice of a drop-down list. */
record Option(String value, String text, boolean chosen) {}
