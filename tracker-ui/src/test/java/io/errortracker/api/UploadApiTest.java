package io.errortracker.api;

import static io.errortracker.api.ApiHouse.detail;
import static io.errortracker.api.ApiHouse.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.ArtifactFile;
import io.errortracker.ui.access.Call;
import io.errortracker.ui.access.Reply;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadApiTest {
    private static final String CHUNKS = "organizations/acme/chunk-upload/";
    private static final String ASSEMBLE = "organizations/acme/artifactbundle/assemble/";

    private final ApiHouse house = new ApiHouse();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_bundle_of_several_chunks_is_put_together_and_its_files_are_kept() {
        byte[] noise = new byte[2_500_000];
        new Random(3).nextBytes(noise);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("noise", noise);
        entries.put("a.map", Bundles.MAP.getBytes(StandardCharsets.UTF_8));
        entries.put("manifest.json", Bundles.manifest("a.map"));

        assertThat(upload(Bundles.of(entries), "1.4.2").getString("state")).isEqualTo("ok");

        ArtifactFile file = house.kept.artifacts().files("1.4.2").get(0);
        assertThat(house.kept.artifacts().content(file).orElseThrow())
                .asString()
                .isEqualTo(Bundles.MAP);
    }

    @Test
    void a_bundle_that_is_known_is_not_asked_for_again_but_belongs_to_the_further_release() {
        byte[] bundle = Bundles.ofMap("a.map", Bundles.MAP);
        upload(bundle, "1");

        assertThat(object(assemble(bundle, "2")).getString("state")).isEqualTo("ok");
        assertThat(house.kept.artifacts().files("2")).hasSize(1);
    }

    @Test
    void the_version_undefined_is_none() {
        upload(Bundles.ofMap("a.map", Bundles.MAP), "undefined");

        assertThat(house.kept.releases().releases(10)).isEmpty();
        assertThat(house.kept.releases().withoutRelease().count()).isEqualTo(1);
    }

    @Test
    void the_upload_url_is_on_the_host_that_the_caller_used() {
        assertThat(url(Call.get(ApiHouse.API + CHUNKS).with("Host", "shop.example:8443")))
                .isEqualTo("http://shop.example:8443/shop/errors/api/0/" + CHUNKS);
        assertThat(url(Call.get(ApiHouse.API + CHUNKS)
                        .with("Host", "inside")
                        .with("X-Forwarded-Host", "shop.example, inner")
                        .with("X-Forwarded-Proto", "https")))
                .isEqualTo("https://shop.example/shop/errors/api/0/" + CHUNKS);
        assertThat(url(Call.get(ApiHouse.API + CHUNKS).with("X-Forwarded-Host", "evil/\"><x>")))
                .startsWith("http://localhost:");
    }

    private String url(Call call) {
        return object(house.send(ApiHouse.authorised(call))).getString("url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../tmp/slipped.map",
                "/tmp/slipped.map",
                "C:\\slipped.map",
                "..\\..\\slipped.map",
                "%2e%2e%2fslipped.map",
                "~/../slipped.map"
            })
    void names_of_entries_and_urls_are_keys_and_never_reach_the_file_system(String name) throws IOException {
        upload(Bundles.ofMap(name, Bundles.MAP), name.contains("/") || name.contains("\\") ? "1" : name);

        assertThat(house.kept.artifacts().files("1").size()
                        + house.kept.artifacts().files(name).size())
                .isOne();
        assertThat(Path.of("/tmp/slipped.map")).doesNotExist();
        try (Stream<Path> here = Files.walk(Path.of("."), 2)) {
            assertThat(here.filter(path -> path.toString().contains("slipped"))).isEmpty();
        }
    }

    static List<byte[]> badBundles() {
        byte[] good = Bundles.ofMap("a.map", Bundles.MAP);
        int directory = Bundles.directory(good);
        List<byte[]> bad = new ArrayList<>(List.of(
                new byte[0],
                new byte[] {'S', 'Y', 'S'},
                "SYSBxxxx".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(good, good.length - 30),
                Arrays.copyOfRange(good, 8, good.length),
                Bundles.with(good, directory + 24, 2_000_000_000),
                Bundles.with(good, directory + 24, -1),
                Bundles.with(good, directory + 20, Integer.MAX_VALUE),
                Bundles.with(good, directory + 42, 1_000_000),
                Bundles.with(good, directory + 42, -1),
                Bundles.with(good, directory + 8, 0x00080001),
                Bundles.with(good, directory + 10, 99),
                Bundles.with(good, directory + 16, 7),
                Bundles.with(good, good.length - 22 + 10, 0xffff),
                Bundles.with(good, good.length - 22 + 12, Integer.MAX_VALUE),
                Bundles.with(good, good.length - 22 + 16, Integer.MAX_VALUE),
                Bundles.of(Map.of("manifest.json", "[]".getBytes(StandardCharsets.UTF_8))),
                Bundles.of(Map.of("manifest.json", "{}".getBytes(StandardCharsets.UTF_8))),
                Bundles.of(Map.of("manifest.json", Bundles.manifest("missing"))),
                Bundles.of(Map.of("manifest.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8))),
                Bundles.of(Map.of("a.map", new byte[60 << 20], "manifest.json", Bundles.manifest("a.map"))),
                Bundles.of(Map.of("a.map", new byte[20 << 20], "manifest.json", Bundles.manifest("a.map"))),
                Bundles.ofMap("a.map", "no map"),
                Bundles.ofMap("a.map", "[".repeat(200_000)),
                overlapping(),
                many()));
        return bad;
    }

    /** Two entries that share their bytes. */
    private static byte[] overlapping() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("manifest.json", Bundles.manifest("b.map"));
        entries.put("b.map", Bundles.MAP.getBytes(StandardCharsets.UTF_8));
        byte[] bundle = Bundles.of(entries);
        int first = Bundles.directory(bundle);
        int second = first + 46 + "manifest.json".length();
        return Bundles.with(bundle, second + 42, 8);
    }

    private static byte[] many() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 2_001; i++) {
            entries.put("f" + i, new byte[0]);
        }
        return Bundles.of(entries);
    }

    @ParameterizedTest
    @MethodSource("badBundles")
    void a_bundle_that_is_broken_or_a_trap_is_refused_with_a_reason_and_leaves_nothing(byte[] bundle) {
        send(bundle);
        Reply reply = assemble(bundle, "1");

        assertThat(reply.status()).isIn(200, 400);
        if (bundle.length > 0) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(detail(reply)).isNotBlank();
        }
        assertThat(house.kept.artifacts().files("1")).isEmpty();
        assertThat(house.health.lastFailure()).isNull();
    }

    @Test
    void ten_thousand_mutated_bundles_are_answered_without_a_failure_of_ours() {
        byte[] good = Bundles.ofMap("a.map", Bundles.MAP);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] mutated = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            try {
                house.kept.artifacts().put(Sha1.of(mutated), mutated);
                new ArtifactBundle(
                                new ChunkedBytes(house.kept.artifacts(), List.of(Sha1.of(mutated)), 1 << 20),
                                new Json())
                        .forEach(file -> assertThat(file.content()).isNotNull());
            } catch (BadBundle | ApiProblem expected) {
                refused++;
            } finally {
                house.kept.artifacts().forget(List.of(Sha1.of(mutated)));
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void chunks_that_are_bombs_lies_or_no_form_are_refused() {
        byte[] bomb = gzip(new byte[64 << 20]);
        List<Reply> replies = List.of(
                post(CHUNKS, form("file_gzip", Sha1.of(new byte[64 << 20]), bomb)),
                post(CHUNKS, form("file_gzip", "../../etc/passwd", gzip(new byte[3]))),
                post(CHUNKS, form("file_gzip", "0".repeat(40), gzip(new byte[3]))),
                post(CHUNKS, form("file_gzip", Sha1.of(new byte[3]), new byte[3])),
                post(CHUNKS, form("file", Sha1.of(new byte[(1 << 20) + 1]), new byte[(1 << 20) + 1])),
                post(CHUNKS, "--x".getBytes(StandardCharsets.UTF_8)),
                post(CHUNKS, new byte[9 << 20]),
                house.send(ApiHouse.authorised(
                        Call.of("POST", ApiHouse.API + CHUNKS).body("{}"))));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(400, 413));
        assertThat(house.health.lastFailure()).isNull();
    }

    @Test
    void very_old_clients_upload_file_by_file() {
        Map<String, String> fields = Map.of("name", "~/assets/app.js.map", "header", "Sourcemap:x.map");
        Reply reply = post("projects/acme/shop/releases/1.4.2/files/", form(fields, "file", "app.js.map", Bundles.MAP));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(house.kept.artifacts().files("1.4.2"))
                .singleElement()
                .extracting(ArtifactFile::url)
                .isEqualTo("~/assets/app.js.map");
        assertThat(house.get("projects/acme/shop/releases/1.4.2/files/").body()).contains("~/assets/app.js.map");
    }

    private JsonObject upload(byte[] bundle, String release) {
        assertThat(object(assemble(bundle, release)).getString("state")).isEqualTo("not_found");
        send(bundle);
        return object(assemble(bundle, release));
    }

    private void send(byte[] bundle) {
        for (byte[] chunk : chunks(bundle)) {
            Reply reply = post(CHUNKS, form("file_gzip", Sha1.of(chunk), gzip(chunk)));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
    }

    private Reply assemble(byte[] bundle, String release) {
        List<String> names =
                chunks(bundle).stream().map(chunk -> '"' + Sha1.of(chunk) + '"').toList();
        return house.send(ApiHouse.authorised(Call.of("POST", ApiHouse.API + ASSEMBLE)
                .with("Content-Type", "application/json")
                .body("{\"checksum\":\"" + Sha1.of(bundle) + "\",\"chunks\":" + names + ",\"version\":\"" + release
                        + "\",\"projects\":[\"shop\"]}")));
    }

    private static List<byte[]> chunks(byte[] bundle) {
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 0; at < bundle.length; at += 1 << 20) {
            chunks.add(Arrays.copyOfRange(bundle, at, Math.min(bundle.length, at + (1 << 20))));
        }
        return chunks;
    }

    private static byte[] form(String name, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] form(Map<String, String> fields, String name, String fileName, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((field, value) -> body.append("--x\r\ncontent-disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--x\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: text/plain\r\n\r\n")
                .append(content)
                .append("\r\n--x--\r\n");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Reply post(String path, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + house.port() + ApiHouse.API + path))
                    .header("Authorization", "Bearer " + ApiHouse.TOKEN)
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
