package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserWordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Cannot read properties of undefined (reading 'a') | can't access property "a", b is undefined  | undefined is not an object (evaluating 'b.a')
            Cannot read properties of null (reading 'a')      | can't access property "a", b is null       | null is not an object (evaluating 'b.a')
            x is not defined                                  | x is not defined                           | Can't find variable: x
            a.b.close is not a function                       | b.close is not a function                  | a.close is not a function. (In 'a.close()', 'a.close' is undefined)
            Failed to fetch                                   | NetworkError when attempting to fetch resource. | Load failed
            Failed to fetch dynamically imported module: /a.js | error loading dynamically imported module: /a.js | Importing a module script failed.
            Maximum call stack size exceeded                  | too much recursion                         | Maximum call stack size exceeded.
            Unexpected token '<', "<html>" is not valid JSON  | JSON.parse: unexpected character at line 1 | JSON Parse error: Unrecognized token '<'
            """)
    void chrome_firefox_and_safari_say_the_same(String chrome, String firefox, String safari) {
        assertThat(BrowserWording.neutral(chrome))
                .isEqualTo(BrowserWording.neutral(firefox))
                .isEqualTo(BrowserWording.neutral(safari));
    }

    @ParameterizedTest
    @CsvSource({"no such order", "a.pay is not a function", "Failed to save"})
    void what_no_browser_says_stays(String message) {
        assertThat(BrowserWording.neutral("Uncaught " + message)).isEqualTo(message.replace("a.pay", "pay"));
    }
}
