package io.errortracker.ui.page;

/**
 * Where the static files are, relative to the base of the pages, each with a hash of its content in its path.
 *
 * @since 0.1.0
 */
public record AssetPaths(String style, String script, String htmx, String icon) {}
