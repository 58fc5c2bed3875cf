package io.errortracker.api;

import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactFile.Kind;
import io.errortracker.store.ArtifactStore;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes source maps and the files they are of: in chunks that are put together, or, from very old clients, one by one. */
final class UploadApi {
    private static final int MAX_REQUEST = 8 << 20;
    private static final int CHUNKS_PER_REQUEST = 8;
    private static final int MAX_SINGLE_FILE = 32 << 20;
    private static final long MAX_BUNDLE = 100L << 20;
    private static final int MAX_CHUNKS = 1_000;
    private static final int READ_AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final ArtifactStore artifacts;
    private final Clock clock;
    private final Json json;

    /** Few at a time, for each is in memory. */
    private final Semaphore reading = new Semaphore(READ_AT_ONCE, true);

    /** One at a time, for it takes memory. */
    private final ReentrantLock assembling = new ReentrantLock();

    UploadApi(ArtifactStore artifacts, Clock clock, Json json) {
        this.artifacts = artifacts;
        this.clock = clock;
        this.json = json;
    }

    ApiAnswer answer(ApiRoute.Match match, ApiRequest request) {
        return switch (match.route()) {
            case CHUNKS -> request.is("POST") ? inTurn(1, () -> take(request)) : how(match, request);
            case ASSEMBLE -> assemble(request.body());
            default -> files(match.get("version"), request);
        };
    }

    /** @param share of what may be in memory at once */
    private ApiAnswer inTurn(int share, Supplier<ApiAnswer> upload) {
        try {
            if (!reading.tryAcquire(share, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ApiProblem.busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ApiProblem.busy();
        }
        try {
            return upload.get();
        } finally {
            reading.release(share);
        }
    }

    private ApiAnswer how(ApiRoute.Match match, ApiRequest request) {
        return ApiAnswer.ok(json.object()
                .put(
                        "url",
                        request.root() + "organizations/" + URLEncoder.encode(match.get("org"), StandardCharsets.UTF_8)
                                + "/chunk-upload/")
                .put("chunkSize", ArtifactStore.MAX_CHUNK)
                .put("chunksPerRequest", CHUNKS_PER_REQUEST)
                .put("maxFileSize", MAX_BUNDLE)
                .put("maxRequestSize", MAX_REQUEST)
                .put("concurrency", 1)
                .put("hashAlgorithm", "sha1")
                .put("compression", json.array().add("gzip"))
                .put(
                        "accept",
                        json.array()
                                .add("release_files")
                                .add("artifact_bundles")
                                .add("artifact_bundles_v2"))
                .build());
    }

    private ApiAnswer take(ApiRequest request) {
        byte[] body = request.bytes(MAX_REQUEST + (64 << 10));
        for (Multipart.Part part : Multipart.read(body, request.contentType())) {
            boolean packed = part.name().equals("file_gzip");
            if (packed || part.name().equals("file")) {
                keep(packed ? unpacked(part, body) : part.of(body), part.fileName());
            }
        }
        return ApiAnswer.done();
    }

    private void keep(byte[] chunk, @Nullable String name) {
        if (chunk.length > ArtifactStore.MAX_CHUNK) {
            throw ApiProblem.badRequest("A chunk is larger than " + ArtifactStore.MAX_CHUNK + " bytes");
        }
        String checksum = Sha1.of(chunk);
        if (!checksum.equals(Sha1.checked(name == null ? "" : name))) {
            throw ApiProblem.badRequest("A chunk is not what its checksum says");
        }
        if (!artifacts.put(checksum, chunk)) {
            throw ApiProblem.badRequest(
                    "Too much was uploaded that nobody put together; what is left over is removed within a day");
        }
    }

    private static byte[] unpacked(Multipart.Part part, byte[] body) {
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(body, part.from(), part.to() - part.from()))) {
            return in.readNBytes(ArtifactStore.MAX_CHUNK + 1);
        } catch (IOException broken) {
            throw ApiProblem.badRequest("A chunk cannot be unpacked");
        }
    }

    private ApiAnswer assemble(JsonObject body) {
        String checksum = Sha1.checked(orEmpty(text(body, "checksum")));
        List<String> chunks = chunks(body);
        String release = release(text(body, "version"));
        String dist = text(body, "dist");
        if (artifacts.associate(checksum, release, dist)) {
            return state("ok", Set.of());
        }
        Set<String> missing = artifacts.missing(chunks);
        if (!missing.isEmpty() || chunks.isEmpty()) {
            return state("not_found", missing);
        }
        if (!assembling.tryLock()) {
            return state("assembling", Set.of());
        }
        try {
            put(checksum, chunks, release, dist);
        } finally {
            assembling.unlock();
        }
        return state("ok", Set.of());
    }

    private void put(String checksum, List<String> chunks, @Nullable String release, @Nullable String dist) {
        ChunkedBytes bytes = new ChunkedBytes(artifacts, chunks, MAX_BUNDLE);
        if (!bytes.checksum().equals(checksum)) {
            throw ApiProblem.badRequest("The chunks together are not what the checksum says");
        }
        try {
            artifacts.keep(checksum, release, dist, new ArtifactBundle(bytes, json));
        } catch (BadBundle bad) {
            artifacts.forget(chunks);
            throw ApiProblem.badRequest("The bundle cannot be used: " + bad.getMessage());
        }
        artifacts.forget(chunks);
    }

    private ApiAnswer state(String state, Set<String> missing) {
        return ApiAnswer.ok(json.object()
                .put("state", state)
                .put("missingChunks", json.array(missing, json::text))
                .build());
    }

    private static List<String> chunks(JsonObject body) {
        List<String> chunks = new ArrayList<>();
        if (body.get("chunks") instanceof JsonArray listed) {
            for (JsonValue value : listed) {
                chunks.add(Sha1.checked(value instanceof JsonString text ? text.getString() : ""));
            }
        }
        if (chunks.size() > MAX_CHUNKS) {
            throw ApiProblem.badRequest("A bundle of more than " + MAX_CHUNKS + " chunks");
        }
        return chunks;
    }

    /** The Vite plugin says "undefined" when it knows none. */
    private static @Nullable String release(@Nullable String version) {
        return version == null || version.isBlank() || version.equals("undefined") ? null : version.strip();
    }

    private ApiAnswer files(String version, ApiRequest request) {
        if (request.is("POST")) {
            return inTurn(READ_AT_ONCE, () -> single(version, request));
        }
        if (request.is("DELETE")) {
            artifacts.delete(version);
            return ApiAnswer.nothing();
        }
        return ApiAnswer.page(json.array(artifacts.files(version), this::file).build(), request.link(null, null));
    }

    private ApiAnswer single(String version, ApiRequest request) {
        byte[] body = request.bytes(MAX_SINGLE_FILE);
        SingleFile file = SingleFile.of(Multipart.read(body, request.contentType()), body);
        String checksum = Sha1.of((version + "\n" + file.dist() + "\n" + file.name() + "\n" + Sha1.of(file.content()))
                .getBytes(StandardCharsets.UTF_8));
        if (!artifacts.associate(checksum, version, file.dist())) {
            Kind kind = file.name().endsWith(".map") ? Kind.SOURCE_MAP : Kind.MINIFIED;
            try {
                ArtifactFile.Content content =
                        ArtifactBundle.file(kind, file.name(), null, file.mapUrl(), file.content());
                artifacts.keep(checksum, version, file.dist(), List.of(content));
            } catch (BadBundle bad) {
                throw ApiProblem.badRequest(String.valueOf(bad.getMessage()));
            }
        }
        return ApiAnswer.created(json.object()
                .put("id", checksum)
                .put("name", file.name())
                .put("dist", file.dist())
                .put("sha1", Sha1.of(file.content()))
                .put("size", file.content().length)
                .put("headers", json.object())
                .put("dateCreated", clock.instant())
                .build());
    }

    private JsonObject file(ArtifactFile file) {
        return json.object()
                .put("id", Long.toString(file.id()))
                .put("name", file.url())
                .put("dist", file.dist().isEmpty() ? null : file.dist())
                .put("size", file.bytes())
                .put("sha1", "")
                .put("headers", json.object())
                .put("dateCreated", clock.instant())
                .build();
    }

    private static @Nullable String text(JsonObject body, String name) {
        return body.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
