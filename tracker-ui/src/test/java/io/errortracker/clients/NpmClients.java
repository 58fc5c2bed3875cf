package io.errortracker.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The clients of {@code src/test/clients}, installed by npm below {@code target}. */
final class NpmClients {
    private static final Path SOURCE = Path.of("src", "test", "clients");
    private static final Path HOME = Path.of("target", "clients");
    private static final Path INSTALLED = HOME.resolve("installed");

    private NpmClients() {}

    /** Where they are; installs them when that has not been done for this lock file. */
    static Path install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String lock = Files.readString(SOURCE.resolve("package-lock.json"));
        if (!Files.exists(INSTALLED) || !Files.readString(INSTALLED).equals(lock)) {
            run(Map.of(), 600, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.writeString(INSTALLED, lock);
        }
        return HOME;
    }

    /** One script with everything it needs, as a page includes it. @param alias the package that {@code sdk} stands for; empty for none */
    static void bundle(String source, String alias, String target) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "node_modules/.bin/esbuild",
                source,
                "--bundle",
                "--minify",
                "--log-level=error",
                "--target=es2020",
                "--outfile=" + target));
        if (!alias.isEmpty()) {
            command.add("--alias:sdk=" + alias);
        }
        run(Map.of(), 120, command.toArray(String[]::new));
    }

    /** The version of an installed package. */
    static String version(String module) throws IOException {
        String json =
                Files.readString(HOME.resolve("node_modules").resolve(module).resolve("package.json"));
        int at = json.indexOf("\"version\": \"") + 12;
        return json.substring(at, json.indexOf('"', at));
    }

    /** Runs a program there. @return what it wrote */
    static String run(Map<String, String> environment, int seconds, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("client", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "The tests of real clients need Node 20.19 or newer and npm. On Debian: apt-get install nodejs npm",
                    missing);
        }
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String wrote = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed: " + wrote);
        }
        return wrote;
    }
}
