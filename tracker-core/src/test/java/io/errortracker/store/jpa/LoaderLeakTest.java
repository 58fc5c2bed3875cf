package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.Issue;
import io.errortracker.store.Events;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class LoaderLeakTest {
    private static final int LOADERS = Integer.getInteger("tracker.loaders", 6);

    @TempDir
    private Path directory;

    @Test
    void after_a_store_was_closed_neither_its_class_loader_nor_a_thread_of_it_is_left() throws Exception {
        List<String> threadsBefore = threads();
        long driversBefore = DriverManager.drivers().count();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < LOADERS; i++) {
            loaders.add(useInLoaderOfItsOwn());
        }

        displaceWhatTheJdkRemembers();
        long alive = aliveAfterCollection(loaders);
        System.out.println("loaders=" + LOADERS + " alive=" + alive);
        assertThat(alive).isZero();
        assertThat(threads()).isSubsetOf(threadsBefore);
        assertThat(DriverManager.drivers().count()).isEqualTo(driversBefore);
        assertThat(System.getProperties().keySet())
                .noneMatch(key -> key.toString().contains("store.claim"));
    }

    private WeakReference<ClassLoader> useInLoaderOfItsOwn() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Object events = loader.loadClass(Use.class.getName())
                    .getMethod("use", Path.class)
                    .invoke(null, directory.resolve("errors"));
            assertThat((Long) events).isPositive();
            return new WeakReference<>(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The JDK remembers one class, the last that was a component of a record, of whatever application; here it learns another. */
    private void displaceWhatTheJdkRemembers() {
        Remembered mine = new Remembered(this);
        assertThat(mine).isEqualTo(new Remembered(this)).hasSameHashCodeAs(new Remembered(this));
        assertThat(mine.toString()).isNotEmpty();
    }

    private record Remembered(LoaderLeakTest component) {}

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static long aliveAfterCollection(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        long alive = loaders.size();
        for (int i = 0; i < 20 && alive > 0; i++) {
            System.gc();
            Thread.yield();
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return alive;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("error-tracker") || name.contains("H2") || name.contains("MVStore"))
                .toList();
    }

    /** What happens within each loader. */
    public static final class Use {
        private Use() {}

        public static long use(Path path) {
            try (JpaStore store = Stores.file(path, Clock.systemUTC())) {
                store.record(Events.stored(Events.of("Used", Instant.now())));
                return store.issue("SHOP-1").map(Issue::events).orElse(0L);
            }
        }
    }
}
