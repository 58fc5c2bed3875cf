package io.errortracker.alert;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one rule counts of one issue: events in slots of time, users by when they were last seen, when it last fired. Bounded: slots
 * beyond its window are forgotten, and so are all users but the latest few.
 *
 * <p>What was counted for a time that has not come yet is forgotten: then the clock has been set back.
 */
final class WindowCounter {
    private static final int VERSION = 1;

    private final long slotSeconds;
    private final int slots;
    private final TreeMap<Long, Long> events = new TreeMap<>();
    private final Map<Long, Long> users = new LinkedHashMap<>();
    private long firedAt;
    private long level;

    /** @param slots how many of them are kept, the current one included */
    WindowCounter(Duration slot, int slots) {
        this.slotSeconds = slot.toSeconds();
        this.slots = slots;
    }

    /** Goes on from what {@link #toBytes} made; begins anew when that cannot be read. */
    WindowCounter resume(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            if (in.readByte() == VERSION && in.readLong() == slotSeconds) {
                firedAt = in.readLong();
                level = in.readLong();
                read(in, events, false);
                read(in, users, true);
            }
        } catch (IOException unreadable) {
            events.clear();
            users.clear();
        }
        return this;
    }

    /** Users are random numbers; slots and counts are small once the first slot is taken away. */
    private static void read(DataInputStream in, Map<Long, Long> into, boolean random) throws IOException {
        long first = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            long key = random ? in.readLong() : first + readSmall(in);
            into.put(key, random ? first + readSmall(in) : readSmall(in));
        }
    }

    private static long readSmall(DataInputStream in) throws IOException {
        long number = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while (next >= 0x80 && shift < 56) {
            number |= (long) (next & 0x7f) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return number | (long) next << shift;
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 4 * events.size() + 10 * users.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(slotSeconds);
            out.writeLong(firedAt);
            out.writeLong(level);
            write(out, events, false);
            write(out, users, true);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Map<Long, Long> from, boolean random) throws IOException {
        long first = (random ? from.values() : from.keySet())
                .stream().mapToLong(Long::longValue).min().orElse(0);
        out.writeLong(first);
        out.writeInt(from.size());
        for (Map.Entry<Long, Long> entry : from.entrySet()) {
            if (random) {
                out.writeLong(entry.getKey());
                writeSmall(out, entry.getValue() - first);
            } else {
                writeSmall(out, entry.getKey() - first);
                writeSmall(out, entry.getValue());
            }
        }
    }

    private static void writeSmall(DataOutputStream out, long number) throws IOException {
        long left = number;
        while (left >= 0x80) {
            out.writeByte((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    long slot(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), slotSeconds);
    }

    /** Forgets what lies outside the window that ends now. */
    void slideTo(Instant now) {
        long last = slot(now);
        events.headMap(last - slots, true).clear();
        events.tailMap(last, false).clear();
        users.values().removeIf(seen -> seen <= last - slots || seen > last);
        if (firedAt > now.getEpochSecond()) {
            firedAt = 0;
        }
    }

    void add(long slot, long count) {
        if (count > 0) {
            events.merge(slot, count, Long::sum);
        }
    }

    /** Whether nothing was counted since then. */
    boolean isSilentSince(Instant time) {
        return events.tailMap(slot(time)).isEmpty();
    }

    /** The greatest of the last {@code count} slots. */
    long peak(Instant now, int count) {
        return events.tailMap(slot(now) - count, false).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** @param most users that are kept */
    void addUser(long user, Instant now, int most) {
        users.remove(user);
        users.put(user, slot(now));
        Iterator<Long> oldest = users.keySet().iterator();
        while (users.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Events in the last {@code count} slots of those that end {@code back} slots before now's. */
    long sum(Instant now, int back, int count) {
        long last = slot(now) - back;
        return events.subMap(last - count, false, last, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    int users() {
        return users.size();
    }

    /** What it was about to reach in its window when it last fired; 0 once it has calmed down. */
    long level() {
        return level;
    }

    void calm() {
        level = 0;
    }

    boolean firedSince(Instant time) {
        return firedAt != 0 && firedAt > time.getEpochSecond();
    }

    void fired(Instant now, long at) {
        firedAt = now.getEpochSecond();
        level = at;
    }
}
