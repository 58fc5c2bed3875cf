package io.errortracker.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the zip archive of a bundle, trusting nothing it says: how many entries, how long each is and how much all are together is limited
 * before anything is unpacked, entries that share bytes are refused, and names are keys of a map, never paths.
 */
final class ZipArchive {
    static final int MAX_ENTRIES = 2_000;
    static final int MAX_ENTRY = 50 << 20;
    static final long MAX_UNPACKED = 100L << 20;
    private static final int MAX_RATIO = 100;
    /** What may be packed better than that: little. */
    private static final int SMALL = 64 << 10;

    private static final int MAX_DIRECTORY = 2 << 20;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int END_MARK = 0x06054b50;
    private static final int CENTRAL_MARK = 0x02014b50;
    private static final int LOCAL_MARK = 0x04034b50;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ChunkedBytes bytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long directoryFrom;

    /** @throws BadBundle when it is none or goes past a limit */
    ZipArchive(ChunkedBytes bytes) {
        this.bytes = bytes;
        readDirectory();
        refuseOverlaps();
    }

    /** @param header where its own header begins */
    private record Entry(String name, int method, int crc, int packed, int unpacked, long header) {}

    boolean has(String name) {
        return entries.containsKey(name);
    }

    int length(String name) {
        Entry entry = entries.get(name);
        return entry == null ? 0 : entry.unpacked();
    }

    private void readDirectory() {
        int tail = (int) Math.min(bytes.length(), END_LENGTH + MAX_COMMENT);
        ByteBuffer end = buffer(bytes.read(bytes.length() - tail, tail));
        int at = tail - END_LENGTH;
        while (at >= 0 && !(end.getInt(at) == END_MARK && (end.getShort(at + 20) & 0xffff) == tail - at - END_LENGTH)) {
            at--;
        }
        if (at < 0) {
            throw new BadBundle("it is not a zip archive");
        }
        int count = end.getShort(at + 10) & 0xffff;
        long size = end.getInt(at + 12) & 0xffffffffL;
        long told = end.getInt(at + 16) & 0xffffffffL;
        directoryFrom = bytes.length() - tail + at - size;
        if (count > MAX_ENTRIES || size > MAX_DIRECTORY) {
            throw new BadBundle("it has more than " + MAX_ENTRIES + " entries");
        }
        long shift = directoryFrom - told;
        if (directoryFrom < 0 || shift < 0 || shift > ArtifactBundle.HEADER_LENGTH) {
            throw new BadBundle("its directory is broken");
        }
        readEntries(buffer(bytes.read(directoryFrom, (int) size)), count, shift);
    }

    /** @param shift what is to be added to positions: some count from the bundle's own header on */
    private void readEntries(ByteBuffer directory, int count, long shift) {
        long all = 0;
        for (int i = 0; i < count; i++) {
            Entry entry = entry(directory, shift);
            all += entry.unpacked();
            if (all > MAX_UNPACKED) {
                throw new BadBundle("it is larger than " + (MAX_UNPACKED >> 20) + " MiB unpacked");
            }
            if (entries.put(entry.name(), entry) != null) {
                throw new BadBundle("two of its entries have the same name");
            }
        }
    }

    private static Entry entry(ByteBuffer directory, long shift) {
        if (directory.remaining() < CENTRAL_LENGTH || directory.getInt(directory.position()) != CENTRAL_MARK) {
            throw new BadBundle("its directory is broken");
        }
        int at = directory.position();
        int flags = directory.getShort(at + 8);
        int method = directory.getShort(at + 10) & 0xffff;
        long packed = directory.getInt(at + 20) & 0xffffffffL;
        long unpacked = directory.getInt(at + 24) & 0xffffffffL;
        int nameLength = directory.getShort(at + 28) & 0xffff;
        int rest = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
        long header = directory.getInt(at + 42) & 0xffffffffL;
        if (directory.remaining() < CENTRAL_LENGTH + nameLength + rest) {
            throw new BadBundle("its directory is broken");
        }
        if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
            throw new BadBundle("an entry is packed in a way that is not read here");
        }
        if (unpacked > MAX_ENTRY || (unpacked > SMALL && unpacked > packed * MAX_RATIO)) {
            throw new BadBundle("an entry is larger than " + (MAX_ENTRY >> 20) + " MiB, or more than " + MAX_RATIO
                    + " times as large as it is packed");
        }
        byte[] name = new byte[nameLength];
        directory.get(at + CENTRAL_LENGTH, name);
        directory.position(at + CENTRAL_LENGTH + nameLength + rest);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                method,
                directory.getInt(at + 16),
                (int) packed,
                (int) unpacked,
                header + shift);
    }

    private void refuseOverlaps() {
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparingLong(Entry::header));
        for (int i = 0; i < inOrder.size(); i++) {
            long end = i + 1 < inOrder.size() ? inOrder.get(i + 1).header() : directoryFrom;
            Entry entry = inOrder.get(i);
            if (entry.header() + LOCAL_LENGTH + entry.packed() > end) {
                throw new BadBundle("its entries overlap");
            }
        }
    }

    /** The content of an entry. @throws BadBundle when there is none, or it is not what its header says */
    byte[] read(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new BadBundle("it lacks a file that its manifest lists");
        }
        ByteBuffer local = buffer(bytes.read(entry.header(), LOCAL_LENGTH));
        if (local.getInt(0) != LOCAL_MARK) {
            throw new BadBundle("the header of an entry is broken");
        }
        long from = entry.header() + LOCAL_LENGTH + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
        if (from + entry.packed() > directoryFrom) {
            throw new BadBundle("its entries overlap");
        }
        byte[] packed = bytes.read(from, entry.packed());
        byte[] content = entry.method() == STORED ? packed : inflated(packed, entry.unpacked());
        CRC32 crc = new CRC32();
        crc.update(content);
        if (content.length != entry.unpacked() || (int) crc.getValue() != entry.crc()) {
            throw new BadBundle("an entry is not what its header says");
        }
        return content;
    }

    private static byte[] inflated(byte[] packed, int length) {
        Inflater inflater = new Inflater(true);
        try {
            byte[] content = new byte[length];
            inflater.setInput(packed);
            int filled = 0;
            int read = -1;
            while (filled < length && read != 0) {
                read = inflater.inflate(content, filled, length - filled);
                filled += read;
            }
            boolean ended = filled == length && (inflater.finished() || inflater.inflate(new byte[1]) == 0);
            if (!ended) {
                throw new BadBundle("an entry is not what its header says");
            }
            return content;
        } catch (DataFormatException broken) {
            throw new BadBundle("an entry cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
