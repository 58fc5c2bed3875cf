package io.errortracker.ui.page;

/**
 * What a page or a button answers.
 *
 * @since 0.1.0
 */
public sealed interface Answer {

    /**
     * A page made by a template.
     *
     * @param template its file name
     * @param view what fills it
     */
    record Html(int status, String template, Object view) implements Answer {}

    /** Text that is not a page of its own. */
    record Plain(String contentType, String text) implements Answer {}

    /**
     * Look there instead, with a GET.
     *
     * @param location a path on this server
     */
    record SeeOther(String location) implements Answer {}

    /** Keep the theme in a cookie, then look there. */
    record WearTheme(Theme theme, String location) implements Answer {}

    static Answer page(String template, Object view) {
        return new Html(200, template, view);
    }
}
