package io.errortracker.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The container's JSON, looked up once: every static method of the API looks it up again. Thread-safe. */
final class Json {
    private final JsonProvider provider = JsonProvider.provider();

    /** An object whose values may be null. */
    Fields object() {
        return new Fields(provider.createObjectBuilder());
    }

    JsonArrayBuilder array() {
        return provider.createArrayBuilder();
    }

    <T> JsonArrayBuilder array(Collection<T> items, Function<? super T, ? extends JsonValue> each) {
        JsonArrayBuilder array = array();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    byte[] bytes(JsonValue value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonWriter writer = provider.createWriter(bytes)) {
            writer.write(value);
        }
        return bytes.toByteArray();
    }

    /** @throws ApiProblem when it is no JSON object; whatever the provider throws at hostile text */
    JsonObject readObject(byte[] text) {
        try (JsonReader reader = provider.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        } catch (RuntimeException | StackOverflowError malformed) {
            throw ApiProblem.badRequest("The body is not a JSON object");
        }
    }

    JsonValue text(@Nullable String text) {
        return text == null ? JsonValue.NULL : provider.createValue(text);
    }

    JsonValue number(long number) {
        return provider.createValue(number);
    }

    /** A JSON-like value of an event. */
    JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Map<?, ?> map) {
            Fields object = object();
            map.forEach((key, item) -> object.put(String.valueOf(key), value(item)));
            return object.build();
        } else if (value instanceof Collection<?> items) {
            return array(items, this::value).build();
        }
        return provider.createValue(String.valueOf(value));
    }

    private JsonValue number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return provider.createValue(decimal);
        } else if (number instanceof BigInteger integer) {
            return provider.createValue(integer);
        } else if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? provider.createValue(real) : provider.createValue(String.valueOf(real));
        }
        return provider.createValue(number.longValue());
    }

    /** An object under construction. */
    final class Fields {
        private final JsonObjectBuilder builder;

        private Fields(JsonObjectBuilder builder) {
            this.builder = builder;
        }

        Fields put(String name, @Nullable String value) {
            return put(name, text(value));
        }

        Fields put(String name, boolean value) {
            builder.add(name, value);
            return this;
        }

        Fields put(String name, long value) {
            builder.add(name, value);
            return this;
        }

        Fields put(String name, @Nullable Instant time) {
            return put(
                    name,
                    time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString());
        }

        Fields put(String name, JsonValue value) {
            builder.add(name, value);
            return this;
        }

        Fields put(String name, JsonArrayBuilder array) {
            builder.add(name, array);
            return this;
        }

        Fields put(String name, Fields object) {
            builder.add(name, object.builder);
            return this;
        }

        Fields putNull(String... names) {
            for (String name : names) {
                builder.addNull(name);
            }
            return this;
        }

        JsonObject build() {
            return builder.build();
        }
    }
}
