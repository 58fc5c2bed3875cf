package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Pictures for people to look at; {@code target/screenshots}. */
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void the_list_and_an_issue_are_drawn_light_dark_and_narrow() throws Exception {
        Files.createDirectories(FOLDER);
        try (Chromium browser = new Chromium();
                PagesServer server = new PagesServer(SampleShop.filled(), SampleShop.CLOCK, 0)) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.screen(1360, 1000, scheme).open(server.base() + "/");
                draw(browser, "list-" + scheme);
                browser.screen(1360, 1500, scheme).open(server.base() + "/issues/SHOP-23");
                draw(browser, "detail-" + scheme);
                browser.screen(390, 1200, scheme).open(server.base() + "/");
                draw(browser, "list-narrow-" + scheme);
                browser.screen(390, 1800, scheme).open(server.base() + "/issues/SHOP-20");
                draw(browser, "detail-narrow-" + scheme);
                browser.screen(1360, 1000, scheme).open(server.base() + "/grouping");
                browser.find(".grouping form .button:not(.primary)").click();
                browser.until(page -> browser.source().contains("What regrouping would do"));
                draw(browser, "grouping-" + scheme);
                browser.screen(390, 1500, scheme).open(server.base() + "/grouping");
                browser.find(".grouping form .button:not(.primary)").click();
                browser.until(page -> browser.source().contains("What regrouping would do"));
                draw(browser, "grouping-narrow-" + scheme);
                browser.screen(1360, 900, scheme).open(server.base() + "/releases");
                draw(browser, "releases-" + scheme);
                browser.screen(1360, 600, scheme).open(server.base() + "/releases/files?of=1.4.3");
                draw(browser, "release-files-" + scheme);
                browser.screen(390, 1400, scheme).open(server.base() + "/releases");
                draw(browser, "releases-narrow-" + scheme);
                browser.screen(1360, 1150, scheme).open(server.base() + "/alerts");
                draw(browser, "alerts-" + scheme);
                browser.screen(1360, 900, scheme)
                        .open(server.base() + "/alerts/rule?try=yes&name=Checkout+fails&when=20+events+in+5m"
                                + "&environment=production&actions=mail");
                draw(browser, "alert-rule-" + scheme);
                browser.screen(390, 2000, scheme).open(server.base() + "/alerts");
                draw(browser, "alerts-narrow-" + scheme);
                browser.screen(1360, 900, scheme).open(server.base() + "/health");
                draw(browser, "health-" + scheme);
                browser.screen(1360, 1400, scheme).open(server.base() + "/noise");
                draw(browser, "noise-" + scheme);
                browser.screen(1360, 800, scheme).open(server.base() + "/noise/new?issue=SHOP-20");
                draw(browser, "noise-rule-" + scheme);
                browser.screen(390, 1900, scheme).open(server.base() + "/noise");
                draw(browser, "noise-narrow-" + scheme);
                browser.screen(390, 1400, scheme)
                        .open(server.base() + "/noise/1?try=yes&exception=ConnectException&status=4x");
                draw(browser, "noise-rule-narrow-" + scheme);
            }
        }
    }

    private static void draw(Chromium browser, String name) throws Exception {
        Path file = FOLDER.resolve(name + ".png");
        Files.write(file, browser.picture());
        assertThat(file).isNotEmptyFile();
    }
}
