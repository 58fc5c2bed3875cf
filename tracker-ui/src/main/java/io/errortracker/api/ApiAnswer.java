package io.errortracker.api;

import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered.
 *
 * @param body null for none
 * @param headers beyond those of every answer
 */
record ApiAnswer(int status, @Nullable JsonValue body, Map<String, String> headers) {

    static ApiAnswer ok(JsonValue body) {
        return new ApiAnswer(200, body, Map.of());
    }

    static ApiAnswer page(JsonValue body, String link) {
        return new ApiAnswer(200, body, Map.of("Link", link));
    }

    static ApiAnswer created(JsonValue body) {
        return new ApiAnswer(201, body, Map.of());
    }

    /** Done, and there is nothing to tell. */
    static ApiAnswer done() {
        return new ApiAnswer(200, null, Map.of());
    }

    static ApiAnswer nothing() {
        return new ApiAnswer(204, null, Map.of());
    }

    ApiAnswer with(String header, String value) {
        return new ApiAnswer(status, body, Map.of(header, value));
    }
}
