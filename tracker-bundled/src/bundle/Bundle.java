import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jboss.jandex.IndexWriter;
import org.jboss.jandex.Indexer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The last step of the build of tracker-bundled: makes the jar of relocated libraries small.
 *
 * <ul>
 *   <li>Leaves out what the list names; a pattern that names nothing fails the build, so that the list stays true.
 *   <li>Removes the tables of local variables, which only a debugger reads. File names and line numbers stay, so stack
 *       traces look as ever.
 *   <li>Adds an index of annotations that names no class: WildFly reads it in place of all our classes, which takes it more than a second
 *       with each deployment, and finds what it would have found, nothing for it to do.
 *   <li>Packs as tightly as a zip can, without entries for directories, in the order of names, with one time stamp.
 * </ul>
 *
 * <p>Run by the build as a single source file: {@code java Bundle.java jar list time}.
 */
public final class Bundle {
    private static final String ROOT = "io/errortracker/bundled/";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** An old one, which every Jandex since 2.1.1 reads: that of the server may be older than ours. */
    private static final int INDEX_VERSION = 10;

    private Bundle() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        LeftOut leftOut = LeftOut.read(Path.of(arguments[1]));
        long time = java.time.Instant.parse(arguments[2]).toEpochMilli();
        Path small = jar.resolveSibling(jar.getFileName() + ".small");
        Map<String, long[]> sizes = new TreeMap<>();

        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(small));
                ZipOutputStream to = new ZipOutputStream(file)) {
            to.setLevel(Deflater.BEST_COMPRESSION);
            put(to, MANIFEST, time, "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            put(to, "META-INF/jandex.idx", time, emptyIndex());
            for (ZipEntry entry : entries(from)) {
                long[] size = sizes.computeIfAbsent(library(entry.getName()), any -> new long[4]);
                size[0]++;
                size[1] += stored(entry);
                if (leftOut.names(entry.getName())) {
                    continue;
                }
                size[2]++;
                size[3] += stored(put(to, entry.getName(), time, content(from, entry)));
            }
        }
        leftOut.failIfUnused();
        Files.move(small, jar, StandardCopyOption.REPLACE_EXISTING);
        print(sizes, Files.size(jar));
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().equals(MANIFEST))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private static ZipEntry put(ZipOutputStream to, String name, long time, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
        return entry;
    }

    private static byte[] emptyIndex() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IndexWriter(bytes).write(new Indexer().complete(), INDEX_VERSION);
        return bytes.toByteArray();
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return entry.getName().endsWith(".class") ? withoutLocalVariables(bytes) : bytes;
        }
    }

    private static byte[] withoutLocalVariables(byte[] type) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(type)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(
                                        Opcodes.ASM9,
                                        super.visitMethod(access, name, descriptor, signature, exceptions)) {
                                    @Override
                                    public void visitLocalVariable(
                                            String name,
                                            String descriptor,
                                            String signature,
                                            Label start,
                                            Label end,
                                            int index) {}
                                };
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    private static long stored(ZipEntry entry) {
        int headers = 30 + 16 + 46;
        return entry.getCompressedSize() + headers + 2L * entry.getName().length();
    }

    private static String library(String name) {
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("/", 2)[0] : "META-INF";
    }

    private static void print(Map<String, long[]> sizes, long total) {
        System.out.printf("%-16s %8s %12s %8s %12s%n", "library", "entries", "bytes", "kept", "bytes");
        sizes.forEach((library, size) ->
                System.out.printf("%-16s %8d %,12d %8d %,12d%n", library, size[0], size[1], size[2], size[3]));
        System.out.printf("%-16s %43s%n", "the jar", String.format("%,d", total));
    }

    /**
     * The list, line by line: {@code # why}, {@code pattern} leaves out, {@code + pattern} keeps what another line
     * leaves out. Patterns are of names below {@code io/errortracker/bundled}, with {@code *} for characters within a
     * name and {@code **} for any.
     */
    private record LeftOut(Map<String, Pattern> out, Map<String, Pattern> kept, Set<String> used) {
        static LeftOut read(Path list) throws IOException {
            Map<String, Pattern> out = new TreeMap<>();
            Map<String, Pattern> kept = new TreeMap<>();
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                String text = line.strip();
                if (text.startsWith("+ ")) {
                    String pattern = text.substring(2).strip();
                    kept.put(pattern, compile(pattern));
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    out.put(text, compile(text));
                }
            }
            return new LeftOut(out, kept, new HashSet<>());
        }

        boolean names(String entry) {
            return matches(out, entry) && !matches(kept, entry);
        }

        void failIfUnused() {
            List<String> unused = new ArrayList<>(out.keySet());
            unused.addAll(kept.keySet());
            unused.removeAll(used);
            if (!unused.isEmpty()) {
                throw new UncheckedIOException(new IOException("The list names what is not in the jar: " + unused));
            }
        }

        private boolean matches(Map<String, Pattern> patterns, String entry) {
            boolean found = false;
            for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
                if (pattern.getValue().matcher(entry).matches()) {
                    used.add(pattern.getKey());
                    found = true;
                }
            }
            return found;
        }

        private static Pattern compile(String pattern) {
            StringBuilder regex = new StringBuilder(Pattern.quote(ROOT));
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.startsWith("**/", i)) {
                    regex.append("(?:.*/)?");
                    i += 2;
                } else if (pattern.startsWith("**", i)) {
                    regex.append(".*");
                    i++;
                } else if (pattern.charAt(i) == '*') {
                    regex.append("[^/]*");
                } else {
                    regex.append(Pattern.quote(pattern.substring(i, i + 1)));
                }
            }
            return Pattern.compile(regex.toString());
        }
    }
}
