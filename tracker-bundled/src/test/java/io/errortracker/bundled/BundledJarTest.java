package io.errortracker.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundledJarTest {
    private static final Path PATH = Path.of(System.getProperty("bundled.jar"));
    private static final String ROOT = "io/errortracker/bundled/";
    private static final String SERVICES = "META-INF/services/";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(PATH.toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void the_jar_holds_nothing_that_a_server_would_pick_up() {
        Set<String> allowed = Set.of(
                "META-INF/MANIFEST.MF",
                "META-INF/LICENSE",
                "META-INF/NOTICE",
                "META-INF/beans.xml",
                "META-INF/jandex.idx");

        assertThat(names())
                .allMatch(name -> name.startsWith(ROOT)
                        || allowed.contains(name)
                        || name.startsWith(SERVICES + "io.errortracker.bundled."));
        assertThat(names()).noneMatch(name -> name.endsWith("module-info.class"));
    }

    @Test
    void each_service_has_only_providers_of_ours_that_are_there() throws IOException {
        for (String name : names()) {
            if (name.startsWith(SERVICES)) {
                assertThat(text(name)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#")))
                        .as(name)
                        .isNotEmpty()
                        .allMatch(provider -> provider.startsWith("io.errortracker.bundled."))
                        .allMatch(provider -> jar.getEntry(provider.replace('.', '/') + ".class") != null);
            }
        }
    }

    @Test
    void an_index_without_a_class_saves_the_server_from_reading_them_all() throws IOException {
        try (DataInputStream index = new DataInputStream(jar.getInputStream(jar.getEntry("META-INF/jandex.idx")))) {
            assertThat(index.readInt()).isEqualTo(0xBABE1F15);
            assertThat(index.readAllBytes()).hasSizeLessThan(32);
        }
    }

    @Test
    void containers_are_told_not_to_look_for_beans() throws IOException {
        assertThat(text("META-INF/beans.xml")).contains("bean-discovery-mode=\"none\"");
    }

    @Test
    void the_manifest_says_nothing_of_the_libraries() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().keySet())
                .extracting(Object::toString)
                .containsExactly("Manifest-Version");
    }

    @Test
    void no_class_refers_to_a_library_by_the_name_it_had() throws IOException {
        Pattern before = Pattern.compile("[(\\[L]*(org/(hibernate|h2|flywaydb|antlr|jboss/logging|yaml/snakeyaml)"
                + "|jakarta/(persistence|xml/bind|validation|enterprise|json)|com/google/re2j|ua_parser"
                + "|com/github/benmanes|org/eclipse/microprofile/config|io/smallrye|gg/jte|net/bytebuddy"
                + "|com/fasterxml/jackson|tools/jackson)/.*");
        List<String> found = new ArrayList<>();

        for (String name : names()) {
            if (name.endsWith(".class")) {
                for (String reference : references(bytes(name))) {
                    if (before.matcher(reference).matches()) {
                        found.add(name + " refers to " + reference);
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void the_jar_has_no_server_of_h2_and_no_page() {
        assertThat(names())
                .noneMatch(name -> name.startsWith(ROOT + "h2/server/"))
                .noneMatch(name -> name.startsWith(ROOT + "h2/tools/Server"))
                .noneMatch(name -> name.endsWith(".jsp") || name.endsWith(".js") || name.endsWith("data.zip"));
    }

    @Test
    void the_jar_is_small() throws IOException {
        long size = Files.size(PATH);

        System.out.printf("%s: %,d bytes%n", PATH.getFileName(), size);
        assertThat(size).isLessThan(16_000_000);
    }

    private List<String> names() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(JarEntry::getName)
                .toList();
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** The names of types and the descriptors of members in the constant pool of a class. */
    private static List<String> references(byte[] type) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(type));
        in.skipNBytes(8);
        int size = in.readUnsignedShort();
        String[] texts = new String[size];
        List<Integer> named = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 16 -> named.add(in.readUnsignedShort());
                case 12 -> {
                    in.skipNBytes(2);
                    named.add(in.readUnsignedShort());
                }
                case 8, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
        return named.stream().map(index -> texts[index]).toList();
    }
}
