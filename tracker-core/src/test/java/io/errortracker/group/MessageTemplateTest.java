package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {
    @Test
    void every_known_parameter_is_recognised() throws IOException {
        for (JsonObject expected : cases()) {
            String input = expected.getString("input");
            assertThat(MessageTemplate.of(input))
                    .as(expected.getString("category") + ": " + input)
                    .isEqualTo(expected.getString("expected"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            com.acme.Cart@1b2c3d4 is closed                       | com.acme.Cart@<hash> is closed
            in unnamed module of loader app @0x5ca881b5           | in unnamed module of loader app @<hash>
            loader java.net.URLClassLoader @5ca881b5              | loader java.net.URLClassLoader @<hash>
            stream {ffcdaab} is closed                            | stream {<hash>} is closed
            Range [0, 5) out of bounds for length 3               | Range [<int>, <int>) out of bounds for length <int>
            Range [-1, 5) out of bounds for length 3              | Range [<int>, <int>) out of bounds for length <int>
            because "<local4>" is null                            | because "<local>" is null
            because "order" is null                               | because "<local>" is null
            because "<parameter1>.name" is null                   | because "<local>.name" is null
            because "this.name" is null                           | because "this.name" is null
            because the return value of "a.B.c()" is null         | because the return value of "a.B.c()" is null
            order_12345 of user 7                                 | order_<int> of user <int>
            took PT1.5S                                           | took <duration>
            heap of 512MB                                         | heap of <size>
            at 2006-01-02T15:04:05+01:00[Europe/Berlin] it failed | at <date> it failed
            at Mon Jan 02 15:04:05 CET 2006 it failed             | at <date> it failed
            java.io.IOException: broken pipe                      | java.io.IOException: broken pipe
            class com.acme.Order in org.acme.app.Shop             | class com.acme.Order in org.acme.app.Shop
            no value for std::vector                              | no value for std::vector
            version 1.2 of utf8 in sha256                         | version <float> of utf8 in sha256
            May I come in                                         | May I come in
            """)
    void what_varies_gives_way_and_what_tells_stays(String message, String template) {
        assertThat(MessageTemplate.of(message)).isEqualTo(template);
    }

    @Test
    void only_the_first_two_lines_that_say_something_count() {
        assertThat(MessageTemplate.of("\n  first 1 \n\n second\nthird")).isEqualTo("first <int>\nsecond");
    }

    private static List<JsonObject> cases() throws IOException {
        try (InputStream in =
                        MessageTemplateTest.class.getResourceAsStream("/grouping/message_parameterization.dev.json");
                JsonReader reader = Json.createReader(Objects.requireNonNull(in))) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class);
        }
    }
}
