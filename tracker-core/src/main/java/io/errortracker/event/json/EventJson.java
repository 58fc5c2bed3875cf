package io.errortracker.event.json;

import io.errortracker.event.Discarded;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import io.errortracker.event.json.MalformedEventException.Reason;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as Sentry's event JSON and reads whatever Sentry's SDKs send. What is written here is read back as an equal event,
 * with whole numbers as {@code Long} and others as {@code Double}.
 *
 * <p>Immutable and thread-safe; make one and keep it: making one looks for the server's JSON provider.
 *
 * @since 0.1.0
 */
public final class EventJson {
    private static final int USUAL_SIZE = 8 * 1024;

    private final JsonReaderFactory readers;
    private final JsonGeneratorFactory generators;
    private final JsonLimits limits;

    private EventJson(JsonProvider provider, JsonLimits limits) {
        this.readers = provider.createReaderFactory(Map.of());
        this.generators = provider.createGeneratorFactory(Map.of());
        this.limits = limits;
    }

    /**
     * With the JSON provider that the calling thread's context class loader finds.
     *
     * @param limits of what is read
     * @throws jakarta.json.JsonException when there is no JSON provider
     */
    public static EventJson create(JsonLimits limits) {
        return new EventJson(JsonProvider.provider(), limits);
    }

    /** The event as UTF-8, on one line. What is nested deeper than 20 levels within extra, contexts, variables or data is cut. */
    public byte[] write(ErrorEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = generators.createGenerator(bytes, StandardCharsets.UTF_8)) {
            new EventWriter(generator).write(event);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads an event. Parts of a wrong type are passed over; a missing or unreadable id is replaced by a new one, a missing or unreadable
     * time by {@code received}. Request bodies and cookies are never read.
     *
     * @param json UTF-8
     * @throws MalformedEventException when the bytes go past the limits or are not a JSON object; nothing else is ever thrown, whatever
     *     the bytes
     */
    public ErrorEvent read(byte[] json, Instant received) throws MalformedEventException {
        return read(json, received, null);
    }

    /**
     * As {@link #read(byte[], Instant)}.
     *
     * @param id of an event that does not tell its own, as the envelope around it may; null for a new one
     * @throws MalformedEventException as {@link #read(byte[], Instant)}
     */
    public ErrorEvent read(byte[] json, Instant received, @Nullable String id) throws MalformedEventException {
        limits.check(json);
        try {
            return new EventReader(received, id).read(object(json));
        } catch (RuntimeException | StackOverflowError hostile) {
            throw new MalformedEventException(Reason.NOT_JSON, hostile);
        }
    }

    /**
     * Reads the spans of a transaction: the transaction itself, as a segment, first. At most 1,000; those without ids and times are passed
     * over.
     *
     * @param json UTF-8
     * @throws MalformedEventException as {@link #read(byte[], Instant)}
     */
    public List<Span> readTransaction(byte[] json) throws MalformedEventException {
        return parts(json, limits.ofSpans(), SpanJson::ofTransaction);
    }

    /** Reads streamed spans, {@code application/vnd.sentry.items.span.v2+json}, as {@link #readTransaction}. */
    public List<Span> readSpans(byte[] json) throws MalformedEventException {
        return parts(json, limits.ofSpans(), SpanJson::streamed);
    }

    /** Reads an item {@code session}; empty when it counts for nothing, as without a release. @throws MalformedEventException as {@link #read(byte[], Instant)} */
    public List<SessionUpdate> readSession(byte[] json) throws MalformedEventException {
        return parts(json, limits, SessionJson::ofSession);
    }

    /** Reads an item {@code sessions}: sessions that a client counted itself, by the minute; 200 at most. @throws MalformedEventException as {@link #read(byte[], Instant)} */
    public List<SessionUpdate> readSessions(byte[] json) throws MalformedEventException {
        return parts(json, limits, SessionJson::ofAggregates);
    }

    /** Reads an item {@code client_report}; 100 at most. @throws MalformedEventException as {@link #read(byte[], Instant)} */
    public List<Discarded> readReport(byte[] json) throws MalformedEventException {
        return parts(json, limits, Reports::discarded);
    }

    private <T> List<T> parts(byte[] json, JsonLimits most, Function<JsonObject, List<T>> reader)
            throws MalformedEventException {
        most.check(json);
        try {
            return reader.apply(object(json));
        } catch (RuntimeException | StackOverflowError hostile) {
            throw new MalformedEventException(Reason.NOT_JSON, hostile);
        }
    }

    /**
     * Reads the words of a small JSON object, such as a header: its strings, numbers and booleans as text; what is nested is left out.
     *
     * @param json UTF-8
     * @throws MalformedEventException as {@link #read(byte[], Instant)}
     */
    public Map<String, String> readWords(byte[] json) throws MalformedEventException {
        limits.check(json);
        try {
            return new Fields(object(json)).words();
        } catch (RuntimeException | StackOverflowError hostile) {
            throw new MalformedEventException(Reason.NOT_JSON, hostile);
        }
    }

    private JsonObject object(byte[] json) throws MalformedEventException {
        try (JsonReader reader = readers.createReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8)) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new MalformedEventException(Reason.NOT_AN_OBJECT);
        }
    }
}
