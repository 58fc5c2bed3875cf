package io.errortracker.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code multipart/form-data} that lies in memory, in one pass and without the container, which would write temporary files. */
final class Multipart {
    private static final int MAX_PARTS = 64;
    private static final int MAX_HEADER = 8 << 10;
    private static final int MAX_BOUNDARY = 70;

    private final byte[] body;
    private final byte[] boundary;
    private int at;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.boundary = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A part. Its content lies in the body from {@code from} to before {@code to}. */
    record Part(String name, @Nullable String fileName, int from, int to) {
        byte[] of(byte[] body) {
            return Arrays.copyOfRange(body, from, to);
        }
    }

    /** @throws ApiProblem when it is none */
    static List<Part> read(byte[] body, @Nullable String contentType) {
        return new Multipart(body, boundary(contentType)).parts();
    }

    private static String boundary(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        String boundary =
                type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") ? parameter(type, "boundary") : null;
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw malformed();
        }
        return boundary;
    }

    /** {@code ; name=value} or {@code ; name="value"}. */
    private static @Nullable String parameter(String header, String name) {
        String small = header.toLowerCase(Locale.ROOT);
        int from = small.indexOf(';');
        while (from >= 0) {
            int equals = small.indexOf('=', from);
            if (equals < 0) {
                return null;
            }
            boolean quoted = equals + 1 < header.length() && header.charAt(equals + 1) == '"';
            int start = equals + (quoted ? 2 : 1);
            int end = header.indexOf(quoted ? '"' : ';', start);
            end = end < 0 ? header.length() : end;
            if (small.substring(from + 1, equals).strip().equals(name)) {
                return header.substring(start, end).strip();
            }
            from = small.indexOf(';', end);
        }
        return null;
    }

    private List<Part> parts() {
        if (!startsWith(0, 2)) {
            throw malformed();
        }
        at = boundary.length - 2;
        List<Part> parts = new ArrayList<>();
        while (!isAt("--")) {
            take("\r\n");
            if (parts.size() == MAX_PARTS) {
                throw ApiProblem.badRequest("The body has more than " + MAX_PARTS + " parts");
            }
            parts.add(part());
        }
        return parts;
    }

    private Part part() {
        String name = null;
        String fileName = null;
        int headersFrom = at;
        while (!isAt("\r\n")) {
            String line = line(headersFrom);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                name = parameter(line, "name");
                fileName = parameter(line, "filename");
            }
        }
        take("\r\n");
        int from = at;
        int to = nextBoundary();
        at = to + boundary.length;
        return new Part(name == null ? "" : name, fileName, from, to);
    }

    private String line(int headersFrom) {
        int end = at;
        while (end + 1 < body.length && !(body[end] == '\r' && body[end + 1] == '\n')) {
            end++;
        }
        if (end + 1 >= body.length || end - headersFrom > MAX_HEADER) {
            throw malformed();
        }
        String line = new String(body, at, end - at, StandardCharsets.UTF_8);
        at = end + 2;
        return line;
    }

    /** The boundary begins with a line break and holds none after it, so no byte is looked at more than twice. */
    private int nextBoundary() {
        int i = at;
        while (i + boundary.length <= body.length) {
            int same = 0;
            while (same < boundary.length && body[i + same] == boundary[same]) {
                same++;
            }
            if (same == boundary.length) {
                return i;
            }
            i += Math.max(1, same);
        }
        throw malformed();
    }

    /** @param skipped how much of the boundary is left out: the first one has no line break before it */
    private boolean startsWith(int from, int skipped) {
        int length = boundary.length - skipped;
        return from + length <= body.length
                && Arrays.equals(body, from, from + length, boundary, skipped, boundary.length);
    }

    private boolean isAt(String text) {
        return at + 2 <= body.length && body[at] == text.charAt(0) && body[at + 1] == text.charAt(1);
    }

    private void take(String text) {
        if (!isAt(text)) {
            throw malformed();
        }
        at += 2;
    }

    private static ApiProblem malformed() {
        return ApiProblem.badRequest("The body is not multipart/form-data");
    }
}
