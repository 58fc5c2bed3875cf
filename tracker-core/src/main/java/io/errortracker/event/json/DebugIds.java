package io.errortracker.event.json;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which build each minified file is of: {@code debug_meta} of an event, as far as it tells of source maps. */
final class DebugIds {
    private static final String KIND = "sourcemap";
    private static final int UUID_LENGTH = 36;

    private DebugIds() {}

    static Map<String, String> read(Fields event) {
        Fields meta = event.object("debug_meta");
        Map<String, String> ids = new LinkedHashMap<>();
        if (meta != null) {
            for (JsonValue value : meta.list("images")) {
                Fields image = Fields.of(value);
                if (image != null && KIND.equals(image.text("type"))) {
                    put(ids, image.word("code_file"), image.word("debug_id"));
                }
            }
        }
        return ids;
    }

    private static void put(Map<String, String> ids, @Nullable String file, @Nullable String id) {
        if (file != null && id != null && id.length() <= UUID_LENGTH) {
            ids.putIfAbsent(file, id.toLowerCase(Locale.ROOT));
        }
    }

    static void write(Map<String, String> ids, JsonGenerator json) {
        if (ids.isEmpty()) {
            return;
        }
        json.writeStartObject("debug_meta").writeStartArray("images");
        ids.forEach((file, id) -> {
            json.writeStartObject();
            json.write("type", KIND);
            json.write("code_file", file);
            json.write("debug_id", id);
            json.writeEnd();
        });
        json.writeEnd().writeEnd();
    }
}
