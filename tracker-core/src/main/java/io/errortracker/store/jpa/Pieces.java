package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A file's content as deflated pieces of a size that databases like. */
final class Pieces {
    private static final int SIZE = 512 << 10;

    private Pieces() {}

    static List<byte[]> of(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content);
            deflater.finish();
            List<byte[]> pieces = new ArrayList<>();
            byte[] buffer = new byte[SIZE];
            while (!deflater.finished()) {
                pieces.add(Arrays.copyOf(buffer, deflater.deflate(buffer)));
            }
            return pieces;
        } finally {
            deflater.end();
        }
    }

    static byte[] read(StatelessSession session, FileRow file) {
        byte[] content = new byte[Math.toIntExact(file.bytes)];
        Inflater inflater = new Inflater();
        try {
            int filled = 0;
            for (byte[] piece : packed(session, file)) {
                inflater.setInput(piece);
                while (filled < content.length && !inflater.needsInput()) {
                    filled += inflater.inflate(content, filled, content.length - filled);
                }
            }
            return filled == content.length ? content : Arrays.copyOf(content, filled);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A file of this store cannot be unpacked", damaged);
        } finally {
            inflater.end();
        }
    }

    private static List<byte[]> packed(StatelessSession session, FileRow file) {
        long first = file.id * PieceRow.PER_FILE;
        return session
                .createSelectionQuery(
                        "from PieceRow p where p.id between :first and :last order by p.id", PieceRow.class)
                .setParameter("first", first)
                .setParameter("last", first + PieceRow.PER_FILE - 1)
                .getResultList()
                .stream()
                .map(row -> row.body)
                .toList();
    }
}
