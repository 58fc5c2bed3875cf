package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What an attacker writes into an event stays text, wherever it is shown. */
class HostileTextInTheBrowserTest {
    private static final String CALM = "calm";

    /**
     * Elements and the names of their attributes; marks around hidden characters and around what was scrubbed do not count. How an event
     * would be grouped depends on its text, so any number of items is right there, but nothing else.
     */
    private static final String SHAPE = """
            const marks = ['hidden-char', 'scrubbed'];
            const isItem = (element) => ['LI', 'CODE', 'SPAN'].includes(element.tagName)
                && element.getAttributeNames().every((name) => name === 'class');
            const shape = (element) => marks.includes(element.className) ? ''
                : element.className === 'lines now'
                ? Array.from(element.querySelectorAll('*')).filter((inner) => !isItem(inner)).map(shape).join('')
                : '<' + element.tagName + ' ' + element.getAttributeNames().sort().join(' ') + '>'
                + Array.from(element.children).map(shape).join('');
            return shape(%s);
            """;

    private static final String SHAPE_OF_PAGE = SHAPE.formatted("document.documentElement");
    private static final String SHAPE_OF_LIST = SHAPE.formatted("document.querySelector('.issues')");

    /** Whatever a reader of the page sees or hears. */
    private static final String SHOWN = """
            return document.title + document.documentElement.textContent + Array.from(document.querySelectorAll('*'))
                .map((element) => (element.title || '') + (element.ariaLabel || '')).join(' ');
            """;

    @Test
    void hostile_text_runs_nothing_and_adds_no_element_in_the_page_of_an_issue() throws Exception {
        List<String> texts = new ArrayList<>(HostileText.some());
        texts.add(CALM);
        try (Chromium browser = new Chromium();
                PagesServer server = new PagesServer(HostileShop.of(texts), SampleShop.CLOCK, 0)) {
            String issues = server.base() + "/issues/H-";
            Object calm = browser.open(issues + texts.size() + "?frames=all").run(SHAPE_OF_PAGE);
            SoftAssertions all = new SoftAssertions();
            for (int i = 1; i < texts.size(); i++) {
                String text = texts.get(i - 1);
                browser.open(issues + i + "?frames=all");
                all.assertThat(browser.run(SHAPE_OF_PAGE)).as(text).isEqualTo(calm);
                all.assertThat(browser.run("return window.pwned")).as(text).isEqualTo("");
            }
            all.assertThat(browser.complaints()).isEmpty();
            all.assertAll();
        }
    }

    @Test
    void hostile_text_runs_nothing_and_adds_no_element_in_the_list() throws Exception {
        List<String> texts = HostileText.all();
        List<String> calmTexts = Collections.nCopies(texts.size(), CALM);
        try (Chromium browser = new Chromium();
                PagesServer server = new PagesServer(HostileShop.of(texts), SampleShop.CLOCK, 0);
                PagesServer calm = new PagesServer(HostileShop.of(calmTexts), SampleShop.CLOCK, 0)) {
            for (int from = 0; from < texts.size(); from += 25) {
                String page = "/?cursor=" + from;
                Object expected = browser.open(calm.base() + page).run(SHAPE_OF_LIST);
                assertThat(browser.open(server.base() + page).run(SHAPE_OF_LIST))
                        .isEqualTo(expected);
                assertThat(browser.run("return window.pwned")).isEqualTo("");
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_character_that_turns_the_direction_is_shown_by_its_number() throws Exception {
        List<String> texts = List.of("a\u202Eb\u2066c\u200Fd\u001B[31me");
        try (Chromium browser = new Chromium();
                PagesServer server = new PagesServer(HostileShop.of(texts), SampleShop.CLOCK, 0)) {
            for (String path : List.of("/", "/issues/H-1", "/issues/H-1?frames=raw", "/issues/H-1/events")) {
                assertThat(browser.open(server.base() + path).run(SHOWN).toString())
                        .as(path)
                        .doesNotContain("\u202E", "\u2066", "\u200F", "\u001B")
                        .contains("U+202E");
            }
        }
    }
}
