package io.errortracker.event.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.json.MalformedEventException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJsonTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");
    private static final EventJson JSON = EventJson.create(JsonLimits.FOREIGN);

    @Test
    void too_much_is_refused_before_it_is_parsed() {
        assertRefused("{\"extra\":\"" + "x".repeat(1 << 20) + "\"}", Reason.TOO_LARGE);
        assertRefused("[".repeat(65), Reason.TOO_DEEP);
        assertRefused("{\"a\":".repeat(100_000), Reason.TOO_DEEP);
        assertRefused("{" + "\"k\":1,".repeat(5_001) + "\"k\":1}", Reason.TOO_MANY_KEYS);
        assertRefused("{\"extra\":[" + "{},".repeat(30_000) + "{}]}", Reason.TOO_MANY_VALUES);
        assertRefused("{\"extra\":{\"n\":" + "9".repeat(900_000) + "}}", Reason.NUMBER_TOO_LONG);
    }

    @Test
    void brackets_and_digits_within_strings_do_not_count() throws Exception {
        String text = "[{".repeat(200) + "9".repeat(200) + "\\\"[:";

        assertThat(read("{\"message\":\"" + text + "\"}").message()).hasSize(200 * 2 + 200 + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "{]", "nul", "{\"a\"}", "\"", "{\"a\":\"\\", "{\"a\":\\u00}", "\u0000"})
    void what_is_no_json_is_refused(String text) {
        assertRefused(text, Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "true"})
    void json_that_is_no_object_is_refused(String text) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> read(text))
                .satisfies(refused -> assertThat(refused.reason()).isIn(Reason.NOT_AN_OBJECT, Reason.NOT_JSON));
    }

    @Test
    void a_number_short_to_write_and_long_to_compute_becomes_text() throws Exception {
        assertThat(read("{\"extra\":{\"n\":1e1000000,\"m\":1e-1000000}}").extra())
                .containsEntry("m", 0.0)
                .extractingByKey("n")
                .isInstanceOf(String.class);
    }

    @Property(tries = 2_000)
    void random_bytes_are_an_event_or_malformed(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 500)
    void an_event_with_flipped_bytes_is_an_event_or_malformed(@ForAll @Size(max = 8) int[] places) {
        byte[] bytes = ("{\"event_id\":\"22e3490d67774227b2247e7a4cdd2144\",\"timestamp\":1.5,\"tags\":[[\"a\",\"b\"]],"
                        + "\"exception\":{\"values\":[{\"type\":\"T\",\"stacktrace\":{\"frames\":[{\"lineno\":1}]}}]}}")
                .getBytes(StandardCharsets.UTF_8);
        for (int place : places) {
            bytes[Math.floorMod(place, bytes.length)] ^= (byte) (1 << Math.floorMod(place, 7));
        }
        readOrRefuse(bytes);
    }

    @Test
    void values_that_hold_themselves_are_cut_when_they_are_written() throws Exception {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        ErrorEvent event = ErrorEvent.builder(ErrorEvent.newId(), RECEIVED)
                .extra("e", endless)
                .build();

        assertThat(new String(JSON.write(event), StandardCharsets.UTF_8)).contains(ValueWriter.CUT);
        assertThat(JSON.read(JSON.write(event), RECEIVED).extra()).containsKey("e");
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(JSON.read(bytes, RECEIVED).id()).hasSize(32);
        } catch (MalformedEventException refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    private static void assertRefused(String text, Reason reason) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> read(text))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static ErrorEvent read(String text) throws MalformedEventException {
        return JSON.read(text.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }
}
