package io.errortracker.ingest;

import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.MalformedEventException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header and items, each with a header and a payload of bytes.
 *
 * @param header its words
 */
record Envelope(Map<String, String> header, List<Item> items) {

    /** @param payload as it was sent, whatever it is */
    record Item(Map<String, String> header, byte[] payload) {
        String type() {
            return header.getOrDefault("type", "");
        }
    }

    @Nullable
    String word(String key) {
        return header.get(key);
    }

    /** An envelope around an event that came without one. */
    static Envelope ofEvent(byte[] event) {
        return new Envelope(Map.of(), List.of(new Item(Map.of("type", "event"), event)));
    }

    /** Takes bytes apart: a line of JSON, then for each item a line of JSON and its payload. */
    static final class Reader {
        private final byte[] bytes;
        private final EventJson json;
        private final IngestLimits limits;
        private int at;

        Reader(byte[] bytes, EventJson json, IngestLimits limits) {
            this.bytes = bytes;
            this.json = json;
            this.limits = limits;
        }

        Envelope read() throws Refusal {
            Map<String, String> header = header("the envelope's header");
            List<Item> items = new ArrayList<>();
            skipEmptyLines();
            while (at < bytes.length) {
                if (items.size() == limits.maxItems()) {
                    throw Refusal.tooLarge("the envelope has too many items");
                }
                items.add(item());
                skipEmptyLines();
            }
            return new Envelope(header, items);
        }

        private Item item() throws Refusal {
            Map<String, String> header = header("an item's header");
            if (!header.containsKey("type")) {
                throw Refusal.malformed("an item has no type");
            }
            String length = header.get("length");
            int end = length == null ? endOfLine(at) : at + length(length);
            byte[] payload = Arrays.copyOfRange(bytes, at, end);
            if (end < bytes.length && bytes[end] != '\n') {
                throw Refusal.malformed("an item does not end where its header says");
            }
            at = Math.min(end + 1, bytes.length);
            return new Item(header, payload);
        }

        private int length(String text) throws Refusal {
            boolean isNumber =
                    !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            int length = isNumber ? Integer.parseInt(text) : -1;
            if (length < 0 || length > bytes.length - at) {
                throw Refusal.malformed("an item is not as long as its header says");
            }
            return length;
        }

        private Map<String, String> header(String what) throws Refusal {
            int end = endOfLine(at);
            if (end - at > limits.maxHeaderBytes()) {
                throw Refusal.malformed(what + " is too long");
            }
            byte[] line = Arrays.copyOfRange(bytes, at, end);
            at = Math.min(end + 1, bytes.length);
            try {
                return json.readWords(line);
            } catch (MalformedEventException malformed) {
                throw Refusal.malformed(what + " is not a JSON object");
            }
        }

        private void skipEmptyLines() {
            while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
                at++;
            }
        }

        private int endOfLine(int from) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            return end;
        }
    }
}
