package io.errortracker.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command-line program from npm, installed below {@code target} as its lock file says. */
public final class NpmClient {
    private static final Path PACKAGES = Path.of("src/test/npm");
    private static final Path HOME = Path.of("target/npm");
    private static final long PATIENCE_SECONDS = 240;

    private final Path home;
    private final Path command;

    private NpmClient(Path home, String command) {
        this.home = home;
        this.command = home.resolve("node_modules/.bin").resolve(command);
    }

    /** What a program said and how it ended. */
    public record Result(int exit, String output) {
        /** This result, when the program was content. */
        public Result ok() {
            assertThat(exit).as(output).isZero();
            return this;
        }
    }

    /** @param name of the directory with its package.json and lock file @param command of the package */
    public static NpmClient install(String name, String command) {
        return install(PACKAGES.resolve(name), name, command);
    }

    /**
     * @param from the directory with its package.json and lock file, and whatever else it needs
     * @param name of where it is copied to
     * @param command of one of its packages
     */
    public static NpmClient install(Path from, String name, String command) {
        Path home = HOME.resolve(name).toAbsolutePath();
        NpmClient client = new NpmClient(home, command);
        copy(from, home);
        if (!Files.isExecutable(client.command)) {
            run(home, Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                    .ok();
        }
        return client;
    }

    /** Where it is. */
    public Path home() {
        return home;
    }

    /** Copies a directory with all that is in it, but what npm made there. */
    public static void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.endsWith("node_modules") || directory.endsWith("maps")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Result run(Path directory, Map<String, String> environment, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        return run(directory, environment, line);
    }

    /** Runs any program there. */
    public Result run(Map<String, String> environment, List<String> line) {
        return run(home, environment, line);
    }

    private static Result run(Path directory, Map<String, String> environment, List<String> line) {
        try {
            Path said = Files.createTempFile("npm-client", ".log");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SENTRY_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(line + " did not end: " + Files.readString(said));
            }
            String output = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Result(process.exitValue(), output);
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "'" + line.get(0)
                            + "' could not be started; the tests with real clients need Node.js 20 or later and npm"
                            + " (Debian: apt-get install nodejs npm)",
                    missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
