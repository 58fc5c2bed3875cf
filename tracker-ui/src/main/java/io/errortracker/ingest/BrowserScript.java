package io.errortracker.ingest;

import io.errortracker.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sentry's browser SDK as one file, which begins to work with the newest key, the environment and the release of the running application.
 * It is the same for everybody: never the user, for any site could include it.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class BrowserScript {
    private static final String FILE = "browser.js";
    private static final String ONE_HOUR = "public, max-age=3600";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final IngestKeys keys;
    private final @Nullable String environment;
    private final @Nullable String release;
    private final byte[] library;
    private volatile @Nullable Made made;

    private record Made(String key, String hash, byte[] plain, byte[] packed) {}

    /**
     * @param environment null when unknown
     * @param release null when unknown
     */
    public BrowserScript(IngestKeys keys, @Nullable String environment, @Nullable String release) {
        this.keys = keys;
        this.environment = environment;
        this.release = release;
        this.library = read();
    }

    /**
     * The name under which the script never changes: {@code browser.0123456789abcdef.js}.
     *
     * @throws StoreUnavailableException when the key cannot be read now
     */
    public String lastingName() {
        return "browser." + current().hash() + ".js";
    }

    /**
     * What a page says it expects of the script of that name: {@code sha384-...}, as the attribute {@code integrity} has it.
     *
     * @throws StoreUnavailableException when the key cannot be read now
     */
    public String integrity() {
        return "sha384-"
                + Base64.getEncoder().encodeToString(digest("SHA-384", current().plain()));
    }

    /** Whether a path below the ingest's own is the script's, now or before. */
    static boolean isAt(String path) {
        return path.equals("/browser.js") || (path.startsWith("/browser.") && path.endsWith(".js"));
    }

    void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Made script = current();
        String tag = '"' + script.hash() + '"';
        response.setHeader("Cache-Control", path.equals("/" + lastingName()) ? FOR_EVER : ONE_HOUR);
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        boolean packed = accepts(request.getHeader("Accept-Encoding"));
        byte[] body = packed ? script.packed() : script.plain();
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType("text/javascript;charset=utf-8");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }

    private Made current() {
        String key = keys.live().get(0);
        Made last = made;
        if (last == null || !last.key().equals(key)) {
            last = make(key);
            made = last;
        }
        return last;
    }

    /** The library is a function of its settings. */
    private Made make(String key) {
        ByteArrayOutputStream script = new ByteArrayOutputStream(library.length + 512);
        script.writeBytes(
                utf8("/*! @sentry/browser, MIT License, Copyright Functional Software, Inc. dba Sentry */\n"));
        script.writeBytes(utf8("(function(ERROR_TRACKER){"));
        script.writeBytes(library);
        script.writeBytes(utf8("})(" + settings(key) + ");\n"));
        byte[] plain = script.toByteArray();
        return new Made(key, hash(plain), plain, pack(plain));
    }

    private String settings(String key) {
        StringBuilder settings = new StringBuilder("{\"key\":").append(quoted(key));
        if (environment != null) {
            settings.append(",\"environment\":").append(quoted(environment));
        }
        if (release != null) {
            settings.append(",\"release\":").append(quoted(release));
        }
        return settings.append('}').toString();
    }

    /** A string of JavaScript that stays one wherever it is put. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
            if (plain) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes), 0, 8);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static byte[] read() {
        try (InputStream file = BrowserScript.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The file " + FILE + " is missing from the tracker's own jar");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
