package io.errortracker.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that was uploaded by itself: the parts of a form. */
record SingleFile(
        String name, @Nullable String dist, @Nullable String mapUrl, byte[] content) {
    private static final int MAX_FIELD = 1_000;

    static SingleFile of(List<Multipart.Part> parts, byte[] body) {
        String name = null;
        String dist = null;
        String mapUrl = null;
        byte[] content = null;
        for (Multipart.Part part : parts) {
            switch (part.name()) {
                case "file" -> {
                    content = part.of(body);
                    name = name == null ? part.fileName() : name;
                }
                case "name" -> name = text(part, body);
                case "dist" -> dist = text(part, body);
                case "header" -> mapUrl = mapUrl == null ? mapUrl(text(part, body)) : mapUrl;
                default -> {}
            }
        }
        if (content == null || name == null || name.isBlank()) {
            throw ApiProblem.badRequest("A file and its name are expected");
        }
        return new SingleFile(name, dist, mapUrl, content);
    }

    private static String text(Multipart.Part part, byte[] body) {
        if (part.to() - part.from() > MAX_FIELD) {
            throw ApiProblem.badRequest("A field is longer than " + MAX_FIELD + " bytes");
        }
        return new String(part.of(body), StandardCharsets.UTF_8);
    }

    private static @Nullable String mapUrl(String header) {
        int colon = header.indexOf(':');
        boolean ofMap =
                colon > 0 && header.substring(0, colon).toLowerCase(Locale.ROOT).contains("sourcemap");
        return ofMap ? header.substring(colon + 1).strip() : null;
    }
}
