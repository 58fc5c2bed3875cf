package io.errortracker.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantReadingTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");
    private final EventJson json = EventJson.create(JsonLimits.FOREIGN);

    @Test
    void an_empty_event_gets_an_id_the_time_it_was_received_and_level_error() throws Exception {
        ErrorEvent event = read("{}");

        assertThat(event.id()).matches("[0-9a-f]{32}");
        assertThat(event.timestamp()).isEqualTo(RECEIVED);
        assertThat(event.level()).isEqualTo(Level.ERROR);
        assertThat(event.platform()).isEqualTo("other");
    }

    @Test
    void the_debug_ids_of_minified_files_are_read_and_nothing_else_of_debug_meta() throws Exception {
        ErrorEvent event = read(
                "{'debug_meta':{'images':[7,{'type':'sourcemap'},{'type':'macho','code_file':'x','debug_id':'y'},"
                        + "{'type':'sourcemap','code_file':'http://h/a.js','debug_id':'970506E8-FE00-4D57-A8B0-9A3F4E8DD2B1'}]}}");

        assertThat(event.debugIds())
                .containsExactly(Map.entry("http://h/a.js", "970506e8-fe00-4d57-a8b0-9a3f4e8dd2b1"));
    }

    @Test
    void the_dashes_of_a_uuid_are_left_out() throws Exception {
        assertThat(read("{'event_id':'22E3490D-6777-4227-B224-7E7A4CDD2144'}").id())
                .isEqualTo("22e3490d67774227b2247e7a4cdd2144");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'../../../etc/passwd'", "''", "7", "null", "'zz3490d67774227b2247e7a4cdd2144z'", "{}"})
    void an_id_that_is_not_32_hex_digits_is_replaced(String id) throws Exception {
        assertThat(read("{'event_id':" + id + "}").id()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1795393163.712|2026-11-23T00:19:23.712Z",
                "1795393163|2026-11-23T00:19:23Z",
                "'1795393163.5'|2026-11-23T00:19:23.500Z",
                "'2026-11-23T00:51:46.900Z'|2026-11-23T00:51:46.900Z",
                "'2026-11-23T00:51:46.900123'|2026-11-23T00:51:46.900123Z",
                "'2026-11-23 00:51:46'|2026-11-23T00:51:46Z",
                "'2026-11-23T01:51:46+01:00'|2026-11-23T00:51:46Z",
                "'2026-11-22T23:51:46-01:00'|2026-11-23T00:51:46Z"
            },
            quoteCharacter = '"')
    void times_are_read_in_every_form(String written, Instant time) throws Exception {
        assertThat(read("{'timestamp':" + written + "}").timestamp()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'yesterday'",
                "1e1000000",
                "-1e99",
                "'1e1000000'",
                "null",
                "[]",
                "'2026-13-45T99:99:99Z'",
                "true"
            })
    void a_time_that_is_none_is_when_the_event_was_received(String written) throws Exception {
        assertThat(read("{'timestamp':" + written + "}").timestamp()).isEqualTo(RECEIVED);
    }

    @Test
    void tags_may_be_pairs() throws Exception {
        assertThat(read("{'tags':[['a','b'],['n',1],['gone',null],null,['odd'],7]}")
                        .tags())
                .containsOnly(java.util.Map.entry("a", "b"), java.util.Map.entry("n", "1"));
    }

    @Test
    void breadcrumbs_and_exceptions_may_be_lists_or_hold_values() throws Exception {
        ErrorEvent lists = read("{'breadcrumbs':[{'message':'m'},null,3],'exception':[{'type':'T'}]}");
        ErrorEvent values =
                read("{'breadcrumbs':{'values':[{'message':'m'}]},'exception':{'values':[{'type':'T'},null]}}");

        for (ErrorEvent event : List.of(lists, values)) {
            assertThat(event.breadcrumbs()).extracting(Breadcrumb::message).containsExactly("m");
            assertThat(event.exceptions()).extracting(ExceptionInfo::type).containsExactly("T");
        }
    }

    @Test
    void a_message_may_be_a_string_or_a_log_entry() throws Exception {
        assertThat(read("{'message':'m'}").message()).isEqualTo("m");
        assertThat(read("{'logentry':{'message':'m'}}").message()).isEqualTo("m");
        assertThat(read("{'logentry':{'message':'m %s','formatted':'m 1'}}").messageTemplate())
                .isEqualTo("m %s");
    }

    @Test
    void the_exception_numbered_0_was_thrown_wherever_it_stands() throws Exception {
        assertThat(read("{'exception':{'values':[{'type':'Thrown','mechanism':{'exception_id':0}},"
                                + "{'type':'Cause','mechanism':{'exception_id':1,'parent_id':0}}]}}")
                        .exceptions())
                .extracting(ExceptionInfo::type)
                .containsExactly("Thrown", "Cause");
    }

    @Test
    void the_query_is_taken_from_the_url_when_it_is_nowhere_else() throws Exception {
        ErrorEvent event = read(
                "{'request':{'url':'http://h/p?a=b','headers':[['Host','h']],'cookies':'secret'," + "'data':'body'}}");

        assertThat(event.request()).isNotNull().satisfies(request -> {
            assertThat(request.url()).isEqualTo("http://h/p");
            assertThat(request.queryString()).isEqualTo("a=b");
            assertThat(request.headers()).containsOnlyKeys("host");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level",
                "platform",
                "release",
                "transaction",
                "message",
                "logentry",
                "exception",
                "user",
                "request",
                "breadcrumbs",
                "tags",
                "extra",
                "contexts",
                "modules",
                "fingerprint",
                "sdk",
                "threads"
            })
    void a_part_of_a_wrong_type_is_passed_over(String part) throws Exception {
        for (String wrong : List.of("null", "7", "true", "'text'", "[]", "{}", "[[[]]]", "{'values':{}}", "[null]")) {
            assertThat(read("{'" + part + "':" + wrong + ",'server_name':'s'}").serverName())
                    .as("%s = %s", part, wrong)
                    .isEqualTo("s");
        }
    }

    private ErrorEvent read(String quoted) throws MalformedEventException {
        return json.read(quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8), RECEIVED);
    }
}
