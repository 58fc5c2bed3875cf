package io.errortracker.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes bundles for tests, good ones and bad ones. */
final class Bundles {
    static final String MAP = "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}";

    private Bundles() {}

    /** @param entries what is in the archive, by name */
    static byte[] of(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x42535953)
                .putInt(2)
                .array());
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return shifted(bytes.toByteArray());
    }

    /** A bundle with one source map of this content, which lies at this name. */
    static byte[] ofMap(String name, String map) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name, map.getBytes(StandardCharsets.UTF_8));
        entries.put("manifest.json", manifest(name));
        return of(entries);
    }

    static byte[] manifest(String name) {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return ("{\"files\":{\"" + quoted + "\":{\"type\":\"source_map\",\"url\":\"" + quoted + "\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Positions count from the very beginning, as the clients write them. */
    private static byte[] shifted(byte[] bundle) {
        ByteBuffer bytes = ByteBuffer.wrap(bundle).order(ByteOrder.LITTLE_ENDIAN);
        int end = bundle.length - 22;
        int count = bytes.getShort(end + 10);
        int directory = bytes.getInt(end + 16) + 8;
        bytes.putInt(end + 16, directory);
        int at = directory;
        for (int i = 0; i < count; i++) {
            bytes.putInt(at + 42, bytes.getInt(at + 42) + 8);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return bundle;
    }

    /** The first place where the directory of a bundle begins. */
    static int directory(byte[] bundle) {
        return ByteBuffer.wrap(bundle).order(ByteOrder.LITTLE_ENDIAN).getInt(bundle.length - 22 + 16);
    }

    static byte[] with(byte[] bundle, int at, int value) {
        byte[] changed = bundle.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }
}
