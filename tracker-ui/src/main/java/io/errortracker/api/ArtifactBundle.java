package io.errortracker.api;

import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactFile.Kind;
import io.errortracker.symbolicate.BadSourceMapException;
import io.errortracker.symbolicate.SourceMap;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the clients put together: eight bytes, a zip archive, and in it a manifest that tells what its files are. A file comes out when
 * it is asked for, and a source map that is none makes the whole bundle a bad one.
 */
final class ArtifactBundle implements Iterable<ArtifactFile.Content> {
    static final int HEADER_LENGTH = 8;
    private static final byte[] MARK = "SYSB".getBytes(StandardCharsets.ISO_8859_1);
    private static final String MANIFEST = "manifest.json";
    private static final int MAX_MANIFEST = 4 << 20;
    private static final int MAX_URL = 1_000;

    private final ZipArchive zip;
    private final List<Listed> files = new ArrayList<>();

    /** @throws BadBundle when it is none */
    ArtifactBundle(ChunkedBytes bytes, Json json) {
        byte[] header = bytes.read(0, HEADER_LENGTH);
        for (int i = 0; i < MARK.length; i++) {
            if (header[i] != MARK[i]) {
                throw new BadBundle("it does not begin as one");
            }
        }
        zip = new ZipArchive(bytes);
        if (zip.length(MANIFEST) > MAX_MANIFEST) {
            throw new BadBundle("its manifest is larger than " + (MAX_MANIFEST >> 20) + " MiB");
        }
        list(json.readObject(zip.read(MANIFEST)));
    }

    /** A file as the manifest lists it. */
    private record Listed(
            String entry,
            Kind kind,
            String url,
            @Nullable String debugId,
            @Nullable String mapUrl) {}

    private void list(JsonObject manifest) {
        if (!(manifest.get("files") instanceof JsonObject listed)) {
            throw new BadBundle("its manifest lists no files");
        }
        listed.forEach((entry, value) -> {
            Kind kind = value instanceof JsonObject file ? kind(text(file, "type")) : null;
            if (kind != null && value instanceof JsonObject file) {
                files.add(listed(entry, kind, file));
            }
        });
    }

    /** Null for what helps nobody to read a stack trace. */
    private static @Nullable Kind kind(@Nullable String type) {
        return "minified_source".equals(type) ? Kind.MINIFIED : "source_map".equals(type) ? Kind.SOURCE_MAP : null;
    }

    private static Listed listed(String entry, Kind kind, JsonObject file) {
        String url = text(file, "url");
        String debugId = null;
        String mapUrl = null;
        if (file.get("headers") instanceof JsonObject headers) {
            for (String name : headers.keySet()) {
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "debug-id" -> debugId = uuid(text(headers, name));
                    case "sourcemap", "x-sourcemap" -> mapUrl = text(headers, name);
                    default -> {}
                }
            }
        }
        String known = url == null || url.length() > MAX_URL ? "~/" + entry : url;
        return new Listed(entry, kind, known, debugId, mapUrl);
    }

    private static @Nullable String uuid(@Nullable String text) {
        try {
            return text == null || text.length() > 36
                    ? null
                    : UUID.fromString(text).toString();
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static @Nullable String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString text ? text.getString() : null;
    }

    @Override
    public Iterator<ArtifactFile.Content> iterator() {
        Iterator<Listed> listed = files.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return listed.hasNext();
            }

            @Override
            public ArtifactFile.Content next() {
                return read(listed.next());
            }
        };
    }

    private ArtifactFile.Content read(Listed file) {
        byte[] content = zip.read(file.entry());
        return file(file.kind(), file.url(), file.debugId(), file.mapUrl(), content);
    }

    /** @throws BadBundle when it should be a source map and is none */
    static ArtifactFile.Content file(
            Kind kind, String url, @Nullable String debugId, @Nullable String mapUrl, byte[] content) {
        if (kind == Kind.SOURCE_MAP) {
            try {
                SourceMap.read(content).checked();
            } catch (BadSourceMapException bad) {
                throw new BadBundle(url + " is not a usable source map: " + bad.reason());
            }
        }
        boolean tellsItself = kind == Kind.MINIFIED && mapUrl == null;
        return new ArtifactFile.Content(kind, url, debugId, tellsItself ? MapReference.in(content) : mapUrl, content);
    }
}
