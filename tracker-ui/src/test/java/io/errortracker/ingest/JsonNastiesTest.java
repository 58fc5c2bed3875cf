package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** JSON of every kind that parsers stumble over, in every place where the ingest reads JSON. */
class JsonNastiesTest {
    private static final String PLACE = "/api/1/envelope/?sentry_key=" + IngestHouse.KEY;
    private static final List<String> ITEMS =
            List.of("event", "transaction", "feedback", "session", "sessions", "client_report", "check_in", "unknown");

    private final IngestHouse house = new IngestHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static List<byte[]> right() {
        List<String> values = new ArrayList<>(List.of(
                "null",
                "true",
                "false",
                "0",
                "-0",
                "1",
                "-1",
                "10",
                "0.5",
                "-0.5",
                "1e2",
                "1E2",
                "1e+2",
                "1E-2",
                "0e1",
                "0e+1",
                "123.456e78",
                "-123123123123123123123123123123",
                "100000000000000000000",
                "1.7976931348623157e308",
                "-1e-400",
                "1e400",
                "\"\"",
                "\" \"",
                "\"a\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"\\u0000\"",
                "\"\\u0041\\u00e9\\u20ac\"",
                "\"\\ud834\\udd1e\"",
                "\"\\ud800\"",
                "\"\\udd1e\"",
                "\"\\udd1e\\ud834\"",
                "\"\\uFFFF\\uFEFF\"",
                "\"é€𝄞\"",
                "\"\u2028\u2029\"",
                "\"\u007f\"",
                "\"\\u202e\"",
                "\"a/*b*/c\"",
                "\"'\"",
                "[]",
                "[ ]",
                "[[]]",
                "[null]",
                "[null,1,\"2\",{}]",
                "[1,\n2]",
                "{}",
                "{ }",
                "{\"\":0}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"a\":{\"a\":[]}}}",
                "{\"a\\u0000b\":1}",
                "{\"\\ud800\":1}",
                "{\"__proto__\":{}}",
                "[\"a\",\"a\"]",
                "\t\r\n 1 \t\r\n"));
        values.add("[".repeat(50) + "]".repeat(50));
        values.add("\"" + "x".repeat(100_000) + "\"");
        return values.stream().map(JsonNastiesTest::utf8).toList();
    }

    private static List<byte[]> wrong() {
        List<byte[]> wrong = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "nul",
                "tru",
                "fals",
                "NULL",
                "True",
                "nan",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "++1",
                "-",
                "--1",
                "-a",
                ".5",
                "5.",
                "-.5",
                "1.e2",
                "1e",
                "1e+",
                "1eE2",
                "1e2.5",
                "01",
                "-01",
                "0x1F",
                "1 000",
                "1_000",
                "0.1.2",
                "1a",
                "2.e3",
                "\uff11",
                "\"",
                "\"a",
                "a\"",
                "'a'",
                "\"\\\"",
                "\"\\a\"",
                "\"\\x41\"",
                "\"\\u\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"\\U0041\"",
                "\"\\ud800\\u\"",
                "\"\\ud800\\u1x\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\u0000\"",
                "\"\u001f\"",
                "\"a\" \"b\"",
                "`a`",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[,]",
                "[1,,2]",
                "[1 2]",
                "[\"a\" \"b\"]",
                "[1:2]",
                "[1}",
                "[[]",
                "[]]",
                "[\"a",
                "[\u000b]",
                "[*]",
                "[a",
                "{",
                "}",
                "{1:1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,,\"b\":2}",
                "{\"a\"::1}",
                "{\"a\":1]",
                "{]",
                "{}}",
                "{\"a\":1}#",
                "{\"a\":/**/1}",
                "//x\n{}",
                "{} {}",
                "\\u0041",
                "\ufeff{}",
                "\u2060{}",
                "<null>",
                "undefined",
                "new Date()",
                "-foo",
                "[-]",
                "[1,\n1\n,1",
                "{\"a\":\"b\"}//",
                "{key: 'value'}",
                "{\"a\":true false}")) {
            wrong.add(utf8(text));
        }
        wrong.add(new byte[] {(byte) 0xff});
        wrong.add(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
        wrong.add(new byte[] {'"', (byte) 0xe5, '"'});
        wrong.add(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
        wrong.add(new byte[] {'"', (byte) 0xf4, (byte) 0xbf, (byte) 0xbf, (byte) 0xbf, '"'});
        wrong.add(new byte[] {(byte) 0xef, (byte) 0xbb});
        wrong.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
        wrong.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        return wrong;
    }

    @Test
    void what_is_json_is_taken_wherever_an_event_holds_it() {
        for (byte[] value : right()) {
            byte[] body = joined(
                    utf8("{}\n{\"type\":\"event\",\"length\":" + (value.length + 17) + "}\n{\"extra\":{\"a\":"),
                    value,
                    utf8("}} "));
            assertThat(house.post(PLACE, body).statusCode())
                    .as(new String(value, StandardCharsets.UTF_8))
                    .isEqualTo(200);
        }
        assertThat(house.events).hasSize(right().size());
    }

    @Test
    void what_is_none_is_taken_as_far_as_the_parser_can_or_refused_and_never_a_failure() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        int sent = 0;
        List<byte[]> all = new ArrayList<>(wrong());
        all.addAll(right());
        for (byte[] value : all) {
            for (byte[] body : bodies(value)) {
                int status = house.post(PLACE, body).statusCode();
                statuses.merge(status, 1, Integer::sum);
                sent++;
                assertThat(status).as(new String(body, StandardCharsets.UTF_8)).isIn(200, 400, 403, 413);
            }
            house.clear();
        }
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "bodies of {0} kinds of JSON, sent={1} statuses={2}",
                        all.size(),
                        sent,
                        statuses);
        assertThat(house.health.lastFailure()).isNull();
        assertThat(house.event("{}").statusCode()).as("still at work").isEqualTo(200);
    }

    @Test
    void of_a_wrong_body_nothing_becomes_an_event() {
        List<String> taken = new ArrayList<>();
        for (byte[] value : wrong()) {
            byte[] payload = joined(utf8("{\"extra\":{\"a\":"), value, utf8("}}"));
            byte[] header = utf8("{}\n{\"type\":\"event\",\"length\":" + payload.length + "}\n");
            if (house.post(PLACE, joined(header, payload)).statusCode() == 200) {
                taken.add(new String(value, StandardCharsets.UTF_8));
            }
        }
        // bytes that are no UTF-8 are replaced, as browsers do; what follows the event's own end is passed over; the
        // rest must be refused
        assertThat(taken).allMatch(text -> text.indexOf('\ufffd') >= 0 || text.equals("{}}"));
    }

    /** As the envelope's header, as an item's, and as the whole of each item and as a part of it. */
    private static List<byte[]> bodies(byte[] value) {
        List<byte[]> bodies = new ArrayList<>();
        bodies.add(value);
        bodies.add(joined(value, utf8("\n{\"type\":\"event\"}\n{}")));
        bodies.add(joined(utf8("{}\n"), value, utf8("\n{}")));
        bodies.add(joined(utf8("{}\n{\"type\":"), value, utf8("}\n{}")));
        for (String item : ITEMS) {
            byte[] header = utf8("{}\n{\"type\":\"" + item + "\",\"length\":");
            bodies.add(joined(header, utf8(value.length + "}\n"), value));
            byte[] part = joined(
                    utf8("{\"sid\":"),
                    value,
                    utf8(",\"attrs\":{\"release\":"),
                    value,
                    utf8("},\"aggregates\":"),
                    value,
                    utf8(",\"discarded_events\":"),
                    value,
                    utf8(",\"exception\":"),
                    value,
                    utf8("}"));
            bodies.add(joined(header, utf8(part.length + "}\n"), part));
        }
        return bodies;
    }
}
