package io.errortracker.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Chrome, Firefox and Safari each say in their own words, in one wording. The names in the message are kept where all browsers tell them. */
final class BrowserWording {
    private static final String UNDEFINED = "undefined is not an object";
    private static final String NULL = "null is not an object";

    /**
     * Beginnings that mean the same in one row; the first stands for the row, and nothing behind it counts. A row stands before
     * another whose beginnings its own begin with.
     */
    private static final List<List<String>> ROWS = List.of(
            List.of(
                    "failed to import a module",
                    "Failed to fetch dynamically imported module",
                    "error loading dynamically imported module",
                    "Importing a module script failed"),
            List.of(NULL, "Cannot read properties of null", "Cannot set properties of null"),
            List.of(
                    UNDEFINED,
                    "Cannot read properties of undefined",
                    "Cannot read property",
                    "Cannot set properties of undefined",
                    "Cannot set property",
                    "Unable to get property",
                    "Unable to set property",
                    "can't access property"),
            List.of(
                    "failed to fetch",
                    "Failed to fetch",
                    "NetworkError when attempting to fetch resource",
                    "Load failed"),
            List.of("endless recursion", "Maximum call stack size exceeded", "too much recursion"),
            List.of(
                    "invalid JSON",
                    "JSON.parse:",
                    "JSON Parse error",
                    "Unexpected end of JSON input",
                    "Unexpected token"),
            List.of(
                    "out of storage",
                    "QuotaExceededError",
                    "The quota has been exceeded",
                    "Failed to execute 'setItem' on 'Storage'"),
            List.of("a resize observer did not finish", "ResizeObserver loop"));

    private static final String NOT_DEFINED = " is not defined";
    private static final String CANNOT_FIND = "Can't find variable: ";
    private static final String NOT_A_FUNCTION = " is not a function";

    private BrowserWording() {}

    static String neutral(String message) {
        String text = message.startsWith("Uncaught ") ? message.substring("Uncaught ".length()) : message;
        String missing = missingVariable(text);
        if (missing != null) {
            return missing;
        }
        int notAFunction = text.indexOf(NOT_A_FUNCTION);
        if (notAFunction > 0) {
            return called(text.substring(0, notAFunction)) + NOT_A_FUNCTION;
        }
        return row(text);
    }

    private static String row(String text) {
        if (text.endsWith(" is undefined") || text.endsWith(" of undefined")) {
            return UNDEFINED;
        }
        if (text.endsWith(" is null") || text.endsWith(" of null")) {
            return NULL;
        }
        for (List<String> row : ROWS) {
            for (String beginning : row) {
                if (text.startsWith(beginning)) {
                    return row.get(0);
                }
            }
        }
        return text;
    }

    private static @Nullable String missingVariable(String text) {
        if (text.startsWith(CANNOT_FIND)) {
            return text.substring(CANNOT_FIND.length()) + NOT_DEFINED;
        }
        return text.endsWith(NOT_DEFINED) ? text : null;
    }

    /** {@code a.b.close} and {@code (intermediate value).close}: close. */
    private static String called(String expression) {
        return expression.substring(expression.lastIndexOf('.') + 1);
    }
}
