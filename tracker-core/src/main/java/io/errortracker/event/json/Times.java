package io.errortracker.event.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as SDKs write them: seconds since 1970 as a number or a string, or ISO 8601 with or without a zone. */
final class Times {
    private static final int LONGEST = 40;
    private static final double LAST_SECOND = 253402300799.0;
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private Times() {}

    /** Null when it is no time between the years 0 and 9999. */
    static @Nullable Instant read(@Nullable JsonValue value) {
        try {
            if (value instanceof JsonNumber number) {
                return ofSeconds(number.bigDecimalValue());
            }
            return value instanceof JsonString text ? ofText(text.getString().strip()) : null;
        } catch (DateTimeException | ArithmeticException | NumberFormatException noTime) {
            return null;
        }
    }

    private static @Nullable Instant ofText(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            return ofSeconds(new BigDecimal(text));
        }
        return hasZone(text)
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasZone(String text) {
        int time = text.indexOf(':');
        return text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
    }

    private static @Nullable Instant ofSeconds(BigDecimal seconds) {
        double rough = seconds.doubleValue();
        if (!(Math.abs(rough) <= LAST_SECOND)) {
            return null;
        }
        BigDecimal[] parts = seconds.multiply(NANOS).divideAndRemainder(NANOS);
        return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    }
}
