package io.errortracker.group;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Traces of which it is known which belong together: one JSON object a line. Public for the benchmarks. */
public final class LabelledTraces {
    /**
     * @param id of the trace
     * @param group of those that have one cause
     * @param app prefixes of the application's own classes
     * @param trace as printed
     */
    public record Labelled(String id, String group, List<String> app, String trace) {
        /** The fingerprint that the shipped code gives it. */
        public String fingerprint(Grouper grouper) {
            return grouper.group(TraceText.read(trace, app)).fingerprint().hash();
        }
    }

    private LabelledTraces() {}

    /** Those of a file; a name that ends with {@code .gz} is unpacked. */
    public static List<Labelled> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    static List<Labelled> ofResource(String name) throws IOException {
        try (InputStream in = LabelledTraces.class.getResourceAsStream("/grouping/" + name)) {
            return read(Objects.requireNonNull(in, name), name);
        }
    }

    private static List<Labelled> read(InputStream in, String name) throws IOException {
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(LabelledTraces::labelled)
                .toList();
    }

    private static Labelled labelled(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            JsonArray app = object.containsKey("app") && !object.isNull("app")
                    ? object.getJsonArray("app")
                    : JsonArray.EMPTY_JSON_ARRAY;
            List<String> prefixes = app.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
            return new Labelled(object.getString("id"), object.getString("group"), prefixes, object.getString("trace"));
        }
    }
}
