package io.errortracker.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.Transaction;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar alone, as in a WAR: a class loader with nothing but it, the APIs it expects and the platform. */
class IsolationTest {
    @TempDir
    Path directory;

    @Test
    void the_store_works_without_any_other_library_and_its_class_loader_goes_away() throws Exception {
        assertThat(deploy()).isEqualTo("broken");
        WeakReference<ClassLoader> left = deployAndForget();

        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (left.get() != null && Instant.now().isBefore(deadline)) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(left.get()).isNull();
        assertThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
                .noneMatch(name -> name.startsWith("io.errortracker"));
    }

    @Test
    void nothing_is_logged_where_people_look() throws Exception {
        Loud loud = new Loud();
        Logger root = Logger.getLogger("");
        root.addHandler(loud);
        try {
            deploy();
        } finally {
            root.removeHandler(loud);
        }

        assertThat(loud.lines).isEmpty();
    }

    private WeakReference<ClassLoader> deployAndForget() throws Exception {
        URLClassLoader loader = loader();
        run(loader);
        loader.close();
        return new WeakReference<>(loader);
    }

    private String deploy() throws Exception {
        try (URLClassLoader loader = loader()) {
            return run(loader);
        }
    }

    private String run(ClassLoader loader) throws Exception {
        Object deployment = loader.loadClass(Redeployment.class.getName())
                .getConstructor(Path.class)
                .newInstance(directory);
        return (String) ((Callable<?>) deployment).call();
    }

    private static URLClassLoader loader() {
        URL[] places = Stream.of(
                        io.errortracker.bundled.hibernate.Session.class,
                        IsolationTest.class,
                        Transaction.class,
                        Inject.class,
                        Test.class,
                        Assertions.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    private static final class Loud extends Handler {
        private final List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                lines.add(line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
