package io.errortracker.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Requests of real clients, as they were recorded. */
record Traffic(String name, String url, List<String> headers, byte[] body) {
    static List<Traffic> all() {
        List<Traffic> all = new ArrayList<>();
        new String(resource("requests.tsv"), StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.split("\t", -1);
            List<String> headers = new ArrayList<>();
            for (int i = 2; i < parts.length; i++) {
                int colon = parts[i].indexOf(": ");
                headers.add(parts[i].substring(0, colon));
                headers.add(parts[i].substring(colon + 2));
            }
            all.add(new Traffic(parts[0], parts[1], headers, resource(parts[0])));
        });
        return all;
    }

    /** The body as it went over the wire: the recording is decompressed. */
    byte[] wire() {
        return headers.contains("gzip") ? gzip(body) : body;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream file = Traffic.class.getResourceAsStream("traffic/" + name)) {
            if (file == null) {
                throw new AssertionError("no recording " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
