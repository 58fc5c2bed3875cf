package io.errortracker.event.json;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON-like values; what is empty or unknown is left out. */
final class ValueWriter {
    static final int MAX_DEPTH = 20;
    static final String CUT = "[nested too deeply]";

    private final JsonGenerator json;

    ValueWriter(JsonGenerator json) {
        this.json = json;
    }

    void text(String key, @Nullable String text) {
        if (text != null) {
            json.write(key, text);
        }
    }

    void number(String key, int number, int least) {
        if (number >= least) {
            json.write(key, number);
        }
    }

    void list(String key, List<String> list) {
        if (!list.isEmpty()) {
            json.writeKey(key);
            value(list, 1);
        }
    }

    void object(String key, Map<String, ?> map) {
        if (!map.isEmpty()) {
            json.writeKey(key);
            value(map, 1);
        }
    }

    private void value(@Nullable Object value, int depth) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
            container(value, depth);
        } else if (value instanceof Boolean bool) {
            json.write(bool);
        } else if (value instanceof Number number) {
            number(number);
        } else {
            json.write(value.toString());
        }
    }

    private void container(Object container, int depth) {
        if (depth > MAX_DEPTH) {
            json.write(CUT);
        } else if (container instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, value) -> {
                json.writeKey(String.valueOf(key));
                value(value, depth + 1);
            });
            json.writeEnd();
        } else if (container instanceof Iterable<?> list) {
            json.writeStartArray();
            list.forEach(value -> value(value, depth + 1));
            json.writeEnd();
        }
    }

    private void number(Number number) {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            json.write(number.toString());
        } else if (number instanceof Double || number instanceof Float) {
            fraction(number.doubleValue());
        } else {
            json.write(number.longValue());
        }
    }

    /** JSON knows neither infinity nor what is not a number. */
    private void fraction(double number) {
        if (Double.isFinite(number)) {
            json.write(number);
        } else {
            json.write(String.valueOf(number));
        }
    }
}
