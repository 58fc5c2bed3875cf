package io.errortracker.ui.page;

/** A page that only says something. */
record MessageView(Shell shell, String code, String headline, String explanation, String way, String wayName) {}
