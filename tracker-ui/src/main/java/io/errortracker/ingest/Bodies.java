package io.errortracker.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request, decompressed, and stops at its limits before memory is taken for more. */
final class Bodies {
    private static final int CHUNK = 16 << 10;
    private static final int GZIP_HEADER = 10;

    /** From here on a body may not have grown more than this times. */
    private static final int RATIO_FROM = 64 << 10;

    private static final int MAX_RATIO = 100;

    private final IngestLimits limits;

    Bodies(IngestLimits limits) {
        this.limits = limits;
    }

    byte[] read(HttpServletRequest request) throws Refusal {
        String encoding = encoding(request.getHeader("Content-Encoding"));
        int most = encoding == null ? limits.maxBytes() : limits.maxPackedBytes();
        if (request.getContentLengthLong() > most) {
            throw tooMany();
        }
        byte[] sent = readAll(request, limits.maxBytes());
        if (encoding == null) {
            return sent;
        }
        return isJson(sent) ? unpackedByTheServer(sent, encoding) : unpack(sent, encoding);
    }

    private byte[] unpack(byte[] sent, String encoding) throws Refusal {
        if (sent.length > limits.maxPackedBytes()) {
            throw tooMany();
        }
        return encoding.equals("gzip") ? gunzip(sent) : inflate(sent);
    }

    /**
     * Open Liberty decompresses bodies itself and leaves the header as it was. What is compressed with gzip never begins like JSON; with
     * bare deflate it might.
     */
    private byte[] unpackedByTheServer(byte[] sent, String encoding) {
        if (encoding.equals("gzip")) {
            return sent;
        }
        try {
            return unpack(sent, encoding);
        } catch (Refusal notPacked) {
            return sent;
        }
    }

    private static boolean isJson(byte[] sent) {
        return sent.length > 0 && sent[0] == '{';
    }

    private static @Nullable String encoding(@Nullable String header) throws Refusal {
        String encoding = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> null;
            case "gzip", "x-gzip" -> "gzip";
            case "deflate" -> encoding;
            default -> throw new Refusal(415, "the content encoding is not one of gzip, deflate, identity");
        };
    }

    private byte[] readAll(HttpServletRequest request, int most) throws Refusal {
        long until = System.nanoTime() + limits.maxReadMillis() * 1_000_000L;
        byte[] body = new byte[CHUNK];
        int size = 0;
        try {
            InputStream in = request.getInputStream();
            int read = in.read(body, 0, body.length);
            while (read >= 0) {
                size += read;
                if (size > most) {
                    throw tooMany();
                }
                if (System.nanoTime() > until) {
                    throw new Refusal(408, "the body came too slowly");
                }
                body = size < body.length ? body : Arrays.copyOf(body, Math.min(body.length * 2, most + 1));
                read = in.read(body, size, body.length - size);
            }
        } catch (IOException | IllegalStateException broken) {
            throw Refusal.malformed("the body could not be read");
        }
        return Arrays.copyOf(body, size);
    }

    private byte[] gunzip(byte[] packed) throws Refusal {
        int start = endOfGzipHeader(packed);
        return inflate(packed, start, true);
    }

    /** Both forms that are called so: with a zlib header, and bare. */
    private byte[] inflate(byte[] packed) throws Refusal {
        boolean zlib = packed.length >= 2
                && (packed[0] & 0x0f) == 8
                && (((packed[0] & 0xff) << 8) | (packed[1] & 0xff)) % 31 == 0;
        return inflate(packed, 0, !zlib);
    }

    private byte[] inflate(byte[] packed, int start, boolean bare) throws Refusal {
        Inflater inflater = new Inflater(bare);
        try {
            inflater.setInput(packed, start, packed.length - start);
            byte[] plain = new byte[CHUNK];
            int size = 0;
            while (!inflater.finished()) {
                int read = inflater.inflate(plain, size, plain.length - size);
                size += read;
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw Refusal.malformed("the compressed body is cut short");
                }
                if (size > limits.maxBytes() || (size > RATIO_FROM && size / MAX_RATIO > packed.length)) {
                    throw tooMany();
                }
                plain = size < plain.length
                        ? plain
                        : Arrays.copyOf(plain, Math.min(plain.length * 2, limits.maxBytes() + 1));
            }
            return Arrays.copyOf(plain, size);
        } catch (DataFormatException broken) {
            throw Refusal.malformed("the body is not compressed as its header says");
        } finally {
            inflater.end();
        }
    }

    private static int endOfGzipHeader(byte[] packed) throws Refusal {
        boolean isGzip = packed.length > GZIP_HEADER && packed[0] == 0x1f && packed[1] == (byte) 0x8b && packed[2] == 8;
        if (!isGzip) {
            throw Refusal.malformed("the body is not compressed as its header says");
        }
        int flags = packed[3];
        int at = GZIP_HEADER;
        if ((flags & 4) != 0) {
            at += 2 + (at + 1 < packed.length ? (packed[at] & 0xff) | ((packed[at + 1] & 0xff) << 8) : 0);
        }
        for (int named = flags & (8 | 16); named != 0; named &= named - 1) {
            while (at < packed.length && packed[at] != 0) {
                at++;
            }
            at++;
        }
        at += (flags & 2) != 0 ? 2 : 0;
        if (at >= packed.length) {
            throw Refusal.malformed("the compressed body is cut short");
        }
        return at;
    }

    private static Refusal tooMany() {
        return Refusal.tooLarge("the body is too large");
    }
}
