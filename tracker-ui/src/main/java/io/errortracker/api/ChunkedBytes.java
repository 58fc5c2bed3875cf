package io.errortracker.api;

import io.errortracker.store.ArtifactStore;
import java.util.List;

/** An upload as it lies in the store, chunk by chunk, of which one is in memory at a time. For one thread. */
final class ChunkedBytes {
    private final ArtifactStore store;
    private final List<String> chunks;
    private final long[] begins;
    private final String checksum;
    private int loaded = -1;
    private byte[] current = {};

    /** Reads all of it once. @throws ApiProblem when a chunk is missing or it is longer than {@code max} */
    ChunkedBytes(ArtifactStore store, List<String> chunks, long max) {
        this.store = store;
        this.chunks = chunks;
        begins = new long[chunks.size() + 1];
        var digest = Sha1.digest();
        for (int i = 0; i < chunks.size(); i++) {
            load(i);
            digest.update(current);
            begins[i + 1] = begins[i] + current.length;
            if (begins[i + 1] > max) {
                throw ApiProblem.badRequest("The bundle is larger than " + max + " bytes");
            }
        }
        checksum = Sha1.hex(digest.digest());
    }

    long length() {
        return begins[chunks.size()];
    }

    String checksum() {
        return checksum;
    }

    /** @throws BadBundle when it ends before */
    byte[] read(long from, int length) {
        if (from < 0 || length < 0 || from + length > length()) {
            throw new BadBundle("it is cut short");
        }
        byte[] bytes = new byte[length];
        int filled = 0;
        int chunk = chunkOf(from);
        while (filled < length) {
            load(chunk);
            int offset = (int) (from + filled - begins[chunk]);
            int part = Math.min(length - filled, current.length - offset);
            System.arraycopy(current, offset, bytes, filled, part);
            filled += part;
            chunk++;
        }
        return bytes;
    }

    private int chunkOf(long position) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (begins[middle] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void load(int chunk) {
        if (loaded != chunk) {
            current = store.chunk(chunks.get(chunk))
                    .orElseThrow(() -> ApiProblem.badRequest("A chunk is missing; upload it once more"));
            loaded = chunk;
        }
    }
}
