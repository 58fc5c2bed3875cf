package io.errortracker.store.jpa;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.MalformedEventException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * An event and why it was grouped, as bytes: the event's JSON, which is one line, and a line for each reason.
 *
 * @param codec how the bytes are packed
 */
record Payload(short codec, byte[] body) {
    static final short RAW = 0;
    static final short DEFLATED = 1;
    private static final int WORTH_DEFLATING = 1024;
    private static final int MAX_INFLATED = 32 << 20;

    /** What was read back. */
    record Content(ErrorEvent event, List<String> whyGrouped) {}

    static Payload of(ErrorEvent event, List<String> whyGrouped, EventJson json) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(json.write(event));
        for (String reason : whyGrouped) {
            plain.write('\n');
            plain.writeBytes(oneLine(reason).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = plain.toByteArray();
        return bytes.length < WORTH_DEFLATING ? new Payload(RAW, bytes) : new Payload(DEFLATED, deflate(bytes));
    }

    /** @throws MalformedEventException when the bytes are not what was written */
    Content read(EventJson json, Instant received) throws MalformedEventException, DataFormatException {
        byte[] plain = codec == RAW ? body : inflate(body);
        int end = 0;
        while (end < plain.length && plain[end] != '\n') {
            end++;
        }
        ErrorEvent event = json.read(Arrays.copyOf(plain, end), received);
        if (end == plain.length) {
            return new Content(event, List.of());
        }
        String reasons = new String(plain, end + 1, plain.length - end - 1, StandardCharsets.UTF_8);
        return new Content(event, List.of(reasons.split("\n", -1)));
    }

    private static String oneLine(String reason) {
        return reason.replace('\n', ' ');
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 || plain.size() > MAX_INFLATED) {
                    throw new DataFormatException("The payload is cut short or too long");
                }
                plain.write(buffer, 0, read);
            }
            return plain.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
