package io.errortracker.event.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object read with goodwill: what is missing, null or of a wrong type is absent. */
record Fields(JsonObject json) {
    static @Nullable Fields of(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? new Fields(object) : null;
    }

    boolean has(String key) {
        return json.containsKey(key);
    }

    @Nullable
    JsonValue value(String key) {
        return json.get(key);
    }

    @Nullable
    Fields object(String key) {
        return of(json.get(key));
    }

    /** A string, or a number or boolean as a string. */
    @Nullable
    String text(String key) {
        return text(json.get(key));
    }

    /** A text that says something. */
    @Nullable
    String word(String key) {
        String text = text(key);
        return text == null || text.isBlank() ? null : text;
    }

    @Nullable
    Boolean bool(String key) {
        JsonValue value = json.get(key);
        return value != null && isBoolean(value) ? value.getValueType() == ValueType.TRUE : null;
    }

    /** A whole number that is not negative, {@code otherwise} for anything else. */
    int count(String key, int otherwise) {
        JsonValue value = json.get(key);
        double number = value instanceof JsonNumber exact ? exact.doubleValue() : numberIn(text(value));
        return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : otherwise;
    }

    /** A list, or an object that holds a list under {@code values}. */
    List<JsonValue> list(String key) {
        JsonValue value = json.get(key);
        if (value instanceof JsonObject object) {
            value = object.get("values");
        }
        return value instanceof JsonArray array ? array : List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : list(key)) {
            String text = text(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The scalars of this object. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        json.forEach((name, value) -> put(words, name, value));
        return words;
    }

    /** An object of scalars, or a list of pairs. */
    Map<String, String> words(String key) {
        Map<String, String> words = new LinkedHashMap<>();
        if (json.get(key) instanceof JsonObject object) {
            object.forEach((name, value) -> put(words, name, value));
        } else {
            for (JsonValue pair : list(key)) {
                if (pair instanceof JsonArray both && both.size() == 2) {
                    put(words, text(both.get(0)), both.get(1));
                }
            }
        }
        return words;
    }

    /** An object as JSON-like values; empty when it is none. */
    Map<String, Object> values(String key) {
        return json.get(key) instanceof JsonObject object ? plain(object) : Map.of();
    }

    static Map<String, Object> plain(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((key, value) -> putPlain(map, key, value));
        return map;
    }

    static @Nullable String text(@Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value != null && (value instanceof JsonNumber || isBoolean(value)) ? value.toString() : null;
    }

    private static boolean isBoolean(JsonValue value) {
        return value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
    }

    private static void put(Map<String, String> words, @Nullable String name, JsonValue value) {
        String text = text(value);
        if (name != null && text != null) {
            words.put(name, text);
        }
    }

    /** JSON's null is a value of its own; the maps of events may hold it. */
    @SuppressWarnings("NullAway")
    private static void putPlain(Map<String, Object> map, String key, JsonValue value) {
        map.put(key, plain(value));
    }

    @SuppressWarnings("NullAway")
    private static void addPlain(List<Object> list, JsonValue value) {
        list.add(plain(value));
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case OBJECT -> plain(value.asJsonObject());
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                value.asJsonArray().forEach(item -> addPlain(list, item));
                yield list;
            }
        };
    }

    /** Never made a big integer of: {@code 1e1000000} is short to write and long to compute. */
    private static Object number(JsonNumber number) {
        BigDecimal exact = number.bigDecimalValue();
        if (exact.scale() == 0 && exact.unscaledValue().bitLength() < Long.SIZE) {
            return exact.longValue();
        }
        double rounded = exact.doubleValue();
        return Double.isFinite(rounded) ? (Object) rounded : number.toString();
    }

    private static double numberIn(@Nullable String text) {
        if (text == null || text.length() > 20) {
            return -1;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
