package com.example.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Uploads the source map of the shop's front end as a build does: a bundle, in one chunk, found by its debug id. */
final class MapUpload {
    private static final Path MAPS = Path.of("front-end/maps/assets");
    private static final String ORGANISATION = "organizations/any/";

    private final URI api;

    private MapUpload(URI application) {
        api = application.resolve("errors/api/0/");
    }

    /** @param application the address of the application's root, with a slash at its end */
    static void to(URI application) throws Exception {
        new MapUpload(application).upload(bundle());
    }

    private void upload(byte[] bundle) throws Exception {
        String checksum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bundle));
        String assemble = "{\"checksum\":\"" + checksum + "\",\"chunks\":[\"" + checksum + "\"],\"projects\":[\"any\"],"
                + "\"version\":\"tea-shop@1.4.2\"}";
        send("artifactbundle/assemble/", "application/json", assemble.getBytes(StandardCharsets.UTF_8));
        send("chunk-upload/", "multipart/form-data; boundary=x", form(checksum, bundle));
        String state = send("artifactbundle/assemble/", "application/json", assemble.getBytes(StandardCharsets.UTF_8));
        if (!state.contains("\"ok\"")) {
            throw new AssertionError(state);
        }
    }

    private String send(String path, String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve(ORGANISATION + path))
                .header("Authorization", "Bearer " + TrackerApi.TOKEN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = Exchange.client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static byte[] form(String checksum, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + checksum + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Positions within the archive count from its own beginning, which the tracker understands as well. */
    private static byte[] bundle() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'S', 'Y', 'S', 'B', 2, 0, 0, 0});
        try (var zip = new ZipOutputStream(bytes)) {
            var files = Json.createObjectBuilder();
            for (Path file : files()) {
                String name = file.getFileName().toString();
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                zip.closeEntry();
                files.add(name, listed(name));
            }
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(Json.createObjectBuilder()
                    .add("files", files)
                    .build()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(MAPS)) {
            return files.sorted().toList();
        }
    }

    private static JsonObject listed(String name) throws IOException {
        boolean map = name.endsWith(".map");
        var headers = Json.createObjectBuilder().add("debug-id", debugId());
        return Json.createObjectBuilder()
                .add("type", map ? "source_map" : "minified_source")
                .add("url", "~/front-end/assets/" + name)
                .add("headers", map ? headers : headers.add("sourcemap", name + ".map"))
                .build();
    }

    private static String debugId() throws IOException {
        Path map = files().stream()
                .filter(file -> file.toString().endsWith(".map"))
                .findFirst()
                .orElseThrow();
        try (var reader = Json.createReader(Files.newInputStream(map))) {
            JsonObject json = reader.readObject();
            return json.getString("debug_id", json.getString("debugId", ""));
        }
    }
}
