package io.errortracker.canary;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds secrets among bytes, however they are written: as characters of any width, escaped, in base64, in hex, and deflated. */
final class ByteSearch {
    private static final int WINDOW = 8;

    private record Needle(byte[] bytes, String secret) {}

    private final Map<Long, List<Needle>> byStart = new HashMap<>();

    ByteSearch(Iterable<String> secrets) {
        for (String secret : secrets) {
            for (byte[] form : forms(secret)) {
                byStart.computeIfAbsent(window(form, 0), start -> new ArrayList<>())
                        .add(new Needle(form, secret));
            }
        }
    }

    private static List<byte[]> forms(String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        List<byte[]> forms = new ArrayList<>();
        forms.add(plain);
        forms.add(secret.getBytes(StandardCharsets.UTF_16LE));
        forms.add(secret.getBytes(StandardCharsets.UTF_16BE));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        forms.add(escaped(secret, "%%%02X").getBytes(StandardCharsets.UTF_8));
        forms.add(escaped(secret, "\\u%04x").getBytes(StandardCharsets.UTF_8));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").getBytes(StandardCharsets.UTF_8));
        forms.add(HexFormat.of().formatHex(plain).getBytes(StandardCharsets.UTF_8));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(plain, shift));
        }
        forms.removeIf(form -> form.length < WINDOW);
        return forms;
    }

    private static String escaped(String secret, String format) {
        StringBuilder escaped = new StringBuilder();
        for (char c : secret.toCharArray()) {
            escaped.append(String.format(format, (int) c));
        }
        return escaped.toString();
    }

    /** What is the same in base64 whatever stands before and after it, when it begins {@code shift} bytes into a group of three. */
    private static byte[] base64(byte[] plain, int shift) {
        byte[] shifted = new byte[shift + plain.length];
        System.arraycopy(plain, 0, shifted, shift, plain.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        int to = shifted.length / 3 * 4;
        return all.substring(from, Math.max(from, to)).getBytes(StandardCharsets.UTF_8);
    }

    private static long window(byte[] bytes, int at) {
        long window = 0;
        for (int i = 0; i < WINDOW; i++) {
            window = window << 8 | (bytes[at + i] & 0xff);
        }
        return window;
    }

    /** The secrets in these bytes, and in whatever can be inflated of them. */
    Set<String> find(byte[] bytes) {
        Set<String> found = new HashSet<>(findPlain(bytes));
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x78
                    && (bytes[i + 1] == 0x01 || bytes[i + 1] == (byte) 0x9c || bytes[i + 1] == (byte) 0xda)) {
                found.addAll(findPlain(inflate(bytes, i)));
            }
        }
        return found;
    }

    private Set<String> findPlain(byte[] bytes) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i + WINDOW <= bytes.length; i++) {
            List<Needle> candidates = byStart.get(window(bytes, i));
            if (candidates != null) {
                for (Needle needle : candidates) {
                    if (startsWith(bytes, i, needle.bytes)) {
                        found.add(needle.secret);
                    }
                }
            }
        }
        return found;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] needle) {
        if (at + needle.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < needle.length; i++) {
            if (bytes[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }

    /** As much as can be inflated from here on. */
    private static byte[] inflate(byte[] bytes, int from) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] buffer = new byte[8192];
            int read = inflater.inflate(buffer);
            while (read > 0) {
                plain.write(buffer, 0, read);
                read = inflater.inflate(buffer);
            }
        } catch (DataFormatException noStream) {
            return plain.toByteArray();
        } finally {
            inflater.end();
        }
        return plain.toByteArray();
    }
}
