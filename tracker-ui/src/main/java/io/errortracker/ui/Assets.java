package io.errortracker.ui;

import io.errortracker.ui.page.AssetPaths;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The static files of the pages, held in memory and served under a path that changes with their content. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "app.css", "text/css;charset=utf-8",
            "app.js", "text/javascript;charset=utf-8",
            "htmx.min.js", "text/javascript;charset=utf-8",
            "htmx.LICENSE.txt", "text/plain;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String hash;

    Assets() {
        TYPES.keySet().stream().sorted().forEach(name -> files.put(name, read(name)));
        hash = hash(files);
    }

    AssetPaths paths() {
        String folder = "assets/" + hash + "/";
        return new AssetPaths(folder + "app.css", folder + "app.js", folder + "htmx.min.js", folder + "icon.svg");
    }

    /** Answers with the file; @return whether there is one of this name. */
    boolean serve(String askedHash, String name, HttpServletResponse response) throws IOException {
        byte[] file = files.get(name);
        if (file == null) {
            return false;
        }
        boolean current = askedHash.equals(hash);
        response.setHeader("Cache-Control", current ? "private, max-age=31536000, immutable" : "no-store");
        response.setContentType(TYPES.get(name));
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
        return true;
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The file " + name + " is missing from the tracker's own jar");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
