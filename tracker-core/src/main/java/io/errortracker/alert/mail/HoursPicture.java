package io.errortracker.alert.mail;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Events per hour as a PNG with a clear ground: a bar an hour, the latest one in a stronger colour. No part of the desktop is needed. */
final class HoursPicture {
    /** Twice what it is shown at, for dense screens. */
    static final int WIDTH = 1_104;

    static final int HEIGHT = 112;
    private static final int GAP = 8;
    private static final int LEAST = 4;
    private static final int EARLIER = 0x9aa0aeff;
    private static final int LATEST = 0xd6453dff;
    private static final int GROUND_LINE = 0x9aa0ae80;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private HoursPicture() {}

    static byte[] png(List<Long> hours) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(file);
            out.write(SIGNATURE);
            chunk(out, "IHDR", header());
            chunk(out, "IDAT", pixels(hours));
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(WIDTH);
        out.writeInt(HEIGHT);
        // eight bits each of red, green, blue and cover; nothing filtered or interlaced
        out.write(new byte[] {8, 6, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] pixels(List<Long> hours) throws IOException {
        int[] heights = heights(hours);
        double step = (double) WIDTH / heights.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (int y = 0; y < HEIGHT; y++) {
                out.writeByte(0);
                for (int x = 0; x < WIDTH; x++) {
                    out.writeInt(colour(x, HEIGHT - 1 - y, heights, step));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static int[] heights(List<Long> hours) {
        long most = hours.stream().mapToLong(Long::longValue).max().orElse(0);
        return hours.stream()
                .mapToInt(count -> count <= 0 || most == 0 ? 0 : Math.max(LEAST, (int) (count * (HEIGHT - 2L) / most)))
                .toArray();
    }

    /** @param y from the ground up */
    private static int colour(int x, int y, int[] heights, double step) {
        int bar = (int) (x / step);
        boolean inBar = x - (int) (bar * step) < (int) step - GAP;
        if (inBar && y < heights[bar] + 2 && y >= 2) {
            return bar == heights.length - 1 ? LATEST : EARLIER;
        }
        return y < 2 ? GROUND_LINE : 0;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
