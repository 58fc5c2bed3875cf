package io.errortracker.ui.page;

import io.errortracker.ui.page.SettingsView.Snippet;
import java.util.List;

/** What people copy into their programs to make them send events here. */
final class Snippets {
    private final String dsn;
    private final IngestDesk desk;
    private final String base;

    /**
     * @param origin where people reach the server: {@code https://shop.example}
     * @param base address of the page
     */
    Snippets(String origin, IngestDesk desk, String base) {
        int host = origin.indexOf("://") + 3;
        this.dsn = origin.substring(0, host) + desk.keys().get(0) + "@" + origin.substring(host) + desk.path() + "/1";
        this.desk = desk;
        this.base = base;
    }

    List<Snippet> all() {
        return List.of(
                snippet("dsn", "DSN", "for any Sentry SDK", dsn, true),
                snippet(
                        "script",
                        "In this application's own pages",
                        "the official browser SDK with this environment and release; before other scripts",
                        "<script src=\"" + desk.path() + "/browser.js\"></script>",
                        true),
                snippet(
                        "pinned",
                        "The same script, pinned to its content",
                        "for pages that check integrity; changes with key, release and environment",
                        "<script src=\"" + desk.path() + "/" + desk.lastingScript() + "\"\n        integrity=\""
                                + desk.scriptIntegrity() + "\"></script>",
                        false),
                snippet(
                        "browser",
                        "In a front end of its own",
                        "npm install @sentry/browser, or @sentry/react",
                        """
                        import * as Sentry from '@sentry/browser';

                        Sentry.init({
                          dsn: '%s',
                          environment: 'production',
                          release: 'shop@1.4.2',
                        });
                        """.formatted(dsn),
                        false),
                snippet(
                        "node",
                        "In Node",
                        "npm install @sentry/node; before everything else is imported",
                        """
                        import * as Sentry from '@sentry/node';

                        Sentry.init({ dsn: '%s', includeLocalVariables: true });
                        """.formatted(dsn),
                        false),
                snippet("java", "In another Java program", "io.sentry:sentry", """
                        Sentry.init(options -> {
                            options.setDsn("%s");
                            options.setRelease("worker@1.4.2");
                        });
                        """.formatted(dsn), false));
    }

    private Snippet snippet(String id, String title, String hint, String text, boolean open) {
        return new Snippet(id, title, hint, text.stripTrailing(), base + "/settings/copy/" + id, open);
    }
}
